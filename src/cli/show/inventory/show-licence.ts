import type { LicenceAnswer } from '../../../app/licences/ask-licence.ts';
import type { Paint } from '../../command.ts';
import { safeText } from '../../safe-text.ts';
import { detectedTexts } from './detected-texts.ts';

/** Shows what follows from licences, a paragraph for each software item. */
export function showLicence(answers: readonly LicenceAnswer[], paint: Paint): string {
  return answers.map((one) => showOne(one, paint)).join('\n');
}

function showOne(answer: LicenceAnswer, paint: Paint): string {
  const { component, licence, softwareItem, use, verdict, declared, installed, detected, conflicts, opinion } = answer;
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['licence', [`${licence.text} (${whoseWord[licence.from]})`, ...problemTexts(answer)]],
    ...(declared.length === 0 || licence.from === 'declared' ? [] : [['declared', declared] as const]),
    ...(installed.length === 0
      ? []
      : [['installed', installed.map(({ value, source }) => `${value} (${source})`)] as const]),
    ...(detected.length === 0 ? [] : [['detected', detectedTexts(detected)] as const]),
    [
      'facts',
      [
        `distribution ${use.distribution ?? 'not stated'}, combination ${use.combination ?? 'not stated'}, ${changed(use.modified)}`,
      ],
    ],
    ['why', verdict.reasons.map((one) => `${one.licence}, ${one.family}: ${one.why} [${one.rules.join(', ')}]`)],
    [
      'choice',
      verdict.choices.map(
        ({ between, taken }) => `between ${between.join(' and ')}; looked at was ${taken}: record the choice`,
      ),
    ],
    [
      'missing',
      verdict.missing.map(
        (fact) =>
          `${fact}: the verdict ${verdict.outcome === 'undetermined' ? 'hangs' : 'may hang'} on it; ${statedBy[fact]}`,
      ),
    ],
    [
      'owed',
      answer.owed.map(({ obligation, asks, certain }) => `${obligation}${certain ? '' : ' (perhaps)'}: ${asks}`),
    ],
    [
      'conflicts',
      conflicts.map((one) => `${one.certain ? '' : 'perhaps '}with ${few(one.with)}: ${one.why}. ${one.source}`),
    ],
    ['opinion', opinion === undefined ? [] : [opinion]],
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  const lines = rows.flatMap(([label, values]) =>
    values.map((value, index) => `  ${paint('dim', (index === 0 ? label : '').padEnd(width))}  ${safeText(value)}`),
  );
  const where = softwareItem === undefined ? '' : ` in ${softwareItem}`;
  const heading = `${paint('bold', safeText(component ?? licence.text))}${safeText(where)}: ${paint(colours[verdict.outcome], words[verdict.outcome])}`;
  return [heading, ...lines, ''].join('\n');
}

const words = {
  allowed: 'allowed',
  'allowed-with-obligations': 'allowed, with obligations',
  undetermined: 'cannot be told: facts are missing',
  'needs-legal-review': 'needs legal review',
  'not-allowed': 'not allowed here',
} as const;

const statedBy = {
  licence: 'a person concludes it under `licence` of the record',
  distribution: 'try --distribution, then write it at the software item in tureen.yaml',
  combination: 'try --combination, then write it under `licence` of the record',
  modified: 'try --modified, then write it under `licence` of the record',
} as const;

const colours = {
  allowed: 'green',
  'allowed-with-obligations': 'green',
  undetermined: 'yellow',
  'needs-legal-review': 'yellow',
  'not-allowed': 'red',
} as const;

const whoseWord = {
  asked: 'asked for',
  concluded: 'concluded by a person',
  covering: 'concluded for the record that covers it',
  declared: 'declared by the files',
  'concluded-by-others': 'concluded by whoever made the SBOM',
  nobody: 'nobody states any',
} as const;

function problemTexts({ licence: { problems, suggestion } }: LicenceAnswer): readonly string[] {
  return [
    ...problems.map(({ offset, message, help }) => `at character ${offset + 1}: ${message}. ${help}`),
    ...(suggestion === undefined ? [] : [`perhaps ${suggestion} is meant`]),
  ];
}

function changed(modified: boolean | undefined): string {
  return modified === undefined ? 'whether it is changed not stated' : modified ? 'changed' : 'unchanged';
}

function few(names: readonly string[]): string {
  return names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
}
