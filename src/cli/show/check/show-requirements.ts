import type { ExplainedProfile } from '../../../app/explain/explain-requirements.ts';
import type { SbomExample } from '../../../model/plugs/sbom-profile.ts';
import type { Look, Paint } from '../../command.ts';
import { showTable } from '../show-table.ts';

/** Shows a profile of SBOMs to a person: a list of what it asks, or the whole of one requirement. */
export function showRequirements(profile: ExplainedProfile, look: Look): string {
  const { title, about, requirements, elsewhere } = profile;
  const { paint } = look;
  const [only, ...others] = requirements;
  const away = elsewhere.map(({ id, title: asks, reason }) => `${paint('bold', id)}: ${asks}\n  ${reason}\n`);
  if (only === undefined) return away.join('\n');
  if (others.length === 0 && elsewhere.length === 0) return showOne(only, profile, paint);
  const rows = requirements.map(({ id, element, level, title: asks }) => [id, element, level, asks]);
  return [
    `${paint('bold', title)}\n${about}\n`,
    `${showTable(['requirement', 'element', 'level', 'asks'], rows, look)}\n`,
    paint('bold', 'no SBOM can show'),
    ...away,
  ].join('\n');
}

function showOne(
  { id, title, element, level, acceptsUnknown, help, examples }: ExplainedProfile['requirements'][number],
  profile: ExplainedProfile,
  paint: Paint,
): string {
  return [
    `${paint('bold', id)}: ${title}`,
    `  ${profile.title}: ${element}; ${level}`,
    `  a declared unknown is ${acceptsUnknown ? 'an answer' : 'no answer'}`,
    '',
    `  CycloneDX: ${help.cyclonedx}`,
    `  SPDX: ${help.spdx}`,
    '',
    ...examples.flatMap((example) => showExample(example, paint)),
    '',
  ].join('\n');
}

function showExample({ title, changes, says }: SbomExample, paint: Paint): string[] {
  const lines = Object.entries(changes).map(([path, value]) => {
    const text = JSON.stringify(value) ?? '(absent)';
    return `    ${paint('blue', path)}: ${text.length > 100 ? `${text.slice(0, 60)}…` : text}`;
  });
  return [
    `  ${says.length === 0 ? paint('green', 'right') : paint('red', 'wrong')}: ${title}`,
    ...lines,
    ...says.map((message) => `    ${paint('dim', `says: ${message}`)}`),
  ];
}
