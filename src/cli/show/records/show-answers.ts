import type { LocatedAnswer, LocatedEvidence } from '../../../app/check/status.ts';
import type { Paint } from '../../command.ts';
import { safeText } from '../../safe-text.ts';
import { limited } from '../limited.ts';

/** Shows the eight answers to a person; the first lines of what speaks for them and of what is missing. */
export function showAnswers(
  answers: readonly LocatedAnswer[],
  { all, asOf }: { readonly all: boolean; readonly asOf: string },
  paint: Paint,
): string {
  const yes = answers.filter(({ answer }) => answer === 'yes').length;
  const shown = answers.map((answer) => showOne(answer, all, paint));
  return `${shown.join('\n')}\n${paint('bold', `${yes} of ${answers.length} answered with yes`)} as of ${asOf}\n`;
}

const looks = { yes: ['green', 'yes    '], no: ['red', 'no     '], 'not-yet': ['yellow', 'not yet'] } as const;

function showOne({ id, question, answer, evidence, missing, next }: LocatedAnswer, all: boolean, paint: Paint): string {
  const [colour, word] = looks[answer];
  return [
    `${paint('bold', `${id}`)}  ${paint(colour, word)}  ${paint('bold', question)}`,
    ...list(evidence, all ? undefined : 3, paint('green', '+')),
    ...list(missing, all ? undefined : 5, paint('red', '-')),
    ...(next === undefined ? [] : [`     ${paint('bold', 'next:')} ${next}`]),
    '',
  ].join('\n');
}

/** The first lines, each cut to the length of a sentence; all of them in full when no number is given. */
function list(lines: readonly LocatedEvidence[], most: number | undefined, mark: string): string[] {
  const cut = (text: string) => (most === undefined || text.length <= 160 ? text : `${text.slice(0, 159)}…`);
  const shown = lines.map(({ text, place, line }) => {
    const where = place === undefined ? '' : ` [${safeText(place.file)}${line === undefined ? '' : `:${line}`}]`;
    return `${safeText(cut(text))}${where}`;
  });
  const limit = most === undefined ? undefined : { most, rest: '--all shows them' };
  return limited(shown, limit).map((line) => `     ${mark} ${line}`);
}
