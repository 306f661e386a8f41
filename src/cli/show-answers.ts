import type { Answer, Evidence } from '../model/answer.ts';
import type { Paint } from './command.ts';
import { safeText } from './safe-text.ts';

/** Shows the eight answers to a person; the first lines of what speaks for them and of what is missing. */
export function showAnswers(answers: readonly Answer[], all: boolean, paint: Paint): string {
  const yes = answers.filter(({ answer }) => answer === 'yes').length;
  const shown = answers.map((answer) => showOne(answer, all, paint));
  return `${shown.join('\n')}\n${paint('bold', `${yes} of ${answers.length} answered with yes`)}\n`;
}

const looks = { yes: ['green', 'yes    '], no: ['red', 'no     '], 'not-yet': ['yellow', 'not yet'] } as const;

function showOne({ id, question, answer, evidence, missing }: Answer, all: boolean, paint: Paint): string {
  const [colour, word] = looks[answer];
  return [
    `${paint('bold', `${id}`)}  ${paint(colour, word)}  ${paint('bold', question)}`,
    ...list(evidence, all ? evidence.length : 3, paint('green', '+')),
    ...list(missing, all ? missing.length : 5, paint('red', '-')),
    '',
  ].join('\n');
}

function list(lines: readonly Evidence[], most: number, mark: string): string[] {
  const rest = lines.length - most;
  return [
    ...lines
      .slice(0, most)
      .map(
        ({ text, place }) => `     ${mark} ${safeText(text)}${place === undefined ? '' : ` [${safeText(place.file)}]`}`,
      ),
    ...(rest > 0 ? [`     ${mark} and ${rest} more; --all shows them`] : []),
  ];
}
