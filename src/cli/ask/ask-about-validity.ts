import type { Judgement } from '../../app/verdicts/compose-verdict.ts';
import type { Evidence } from '../../app/verdicts/describe-case.ts';
import { formatVers } from '../../base/packages/vers.ts';
import { lackOfDay, lackOfRange } from './lack-of-answer.ts';
import { askKey, askMaybe, askText, broken, type Answered } from './prompts.ts';

/** Asks for which versions and how long a verdict holds. */
export async function askAboutValidity(
  { subjects }: Evidence,
  judgement: Judgement,
  today: string,
): Answered<Judgement> {
  const types = new Set(subjects.map(({ entry }) => entry.component.type));
  const [type] = types;
  const validFor = type !== undefined && types.size === 1 ? await askRange(type, subjects) : undefined;
  if (validFor === broken) return broken;
  const until = await askMaybe('Until which day does it hold (YYYY-MM-DD)?', (given) => lackOfDay(given, today));
  if (until === broken) return broken;
  return { ...judgement, ...(validFor && { validFor }), ...(until && { until }) };
}

async function askRange(type: string, subjects: Evidence['subjects']): Answered<string | undefined> {
  const versions = [...new Set(subjects.flatMap(({ entry }) => entry.component.version ?? []))];
  const [only] = versions.length === 1 ? versions : [];
  const fixed = [...new Set(subjects.flatMap(({ finding }) => finding.fixed))];
  const below =
    only !== undefined && fixed.length === 1 && fixed[0] !== undefined ? rangeBelow(type, only, fixed[0]) : undefined;
  const key = await askKey('For which versions does it hold?', [
    { value: 'o', label: `only ${versions.join(', ') || 'as it is'}`, hint: 'another version is asked again' },
    ...(below === undefined ? [] : [{ value: 'f' as const, label: 'from here to the fix', hint: below }]),
    { value: 'a', label: 'any version', hint: `vers:${type}/*` },
    { value: 'r', label: 'a range', hint: 'VERS' },
  ]);
  if (key === broken) return broken;
  if (key === 'o') return undefined;
  if (key === 'f') return below;
  if (key === 'a') return `vers:${type}/*`;
  return askValidRange(type);
}

function rangeBelow(type: string, from: string, fixed: string): string {
  return formatVers({
    type,
    constraints: [
      { comparator: '>=', version: from },
      { comparator: '<', version: fixed },
    ],
  });
}

function askValidRange(type: string): Answered<string> {
  return askText('Which range?', `vers:${type}/>=1.2.0|<2.0.0`, '', (given) => lackOfRange(given, type));
}
