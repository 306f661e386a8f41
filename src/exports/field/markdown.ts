import { figuresInWords, newsInWords, standingInWords, supportInWords } from '../../base/releases/field-words.ts';
import { placesInField, versionsOf } from '../../base/releases/places-in-field.ts';
import type { Field, FieldDefect } from '../../model/releases/field.ts';
import { markdownCode as code } from '../markdown-code.ts';
import type { Surroundings } from './json.ts';

/** Writes what was found in the field as a page for a ticket or the minutes of a review. */
export function fieldAsMarkdown(field: Field, { ageDays, ended, unwatched, complete }: Surroundings): string {
  const { watched, data, releases, defects } = field;
  return [
    `## Releases in the field on ${watched}`,
    `Data fetched ${data.fetched}, ${ageDays} days ago, ${code(data.hash)}.${complete ? '' : ' **Not all could be watched: see the diagnostics.**'}`,
    table(
      ['release', 'support', 'last reviewed', 'figures'],
      releases.map((one) => [
        code(one.version),
        supportInWords(one, watched),
        one.reviewed ?? 'by no review that names it',
        figuresInWords(one),
      ]),
    ),
    ...unwatched.map((version) => `**Release ${code(version)} could not be watched.**`),
    ...ended.map(({ version, on, reason }) => `Release ${code(version)}: support ended on ${on}: ${code(reason)}`),
    defects.length === 0
      ? 'Nothing affects any of them, and nothing is undetermined.'
      : table(['defect', 'component', 'releases', 'result', 'standing', 'news'], defects.flatMap(rows)),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}

function rows(defect: FieldDefect): readonly (readonly string[])[] {
  const name = `${defect.exploited ? '**exploited** ' : ''}${code(defect.id)}`;
  return placesInField(defect).map((place) => [
    name,
    code(place.finding.finding.component),
    versionsOf(place).map(code).join(', '),
    place.finding.finding.result,
    code(standingInWords(place.finding)),
    newsInWords(place),
  ]);
}

function table(heads: readonly string[], lines: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
