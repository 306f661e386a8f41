import type { Judgement } from '../../app/verdicts/compose-verdict.ts';
import type { Judged } from '../../app/verdicts/judge.ts';
import type { Dossier } from '../../model/dossier.ts';
import { safeText } from '../safe-text.ts';
import { replacedLines, showLeftOpen } from '../show/findings/show-judged.ts';
import { verdictLines } from '../show/findings/verdict-lines.ts';
import { statusText } from '../show/findings/standing-text.ts';
import { fold } from '../show/fold.ts';
import { lookOf } from '../show/look.ts';
import { hazardExample } from '../show/records/hazard-example.ts';
import { errorStream } from '../standard-streams.ts';
import { askKey, isInterrupted } from './prompts.ts';
import { showPages } from './show-pages.ts';

/** Shows a verdict as it would be written, what gives way to it and what it leaves open, and asks. Throws what `foresee` throws. */
export async function askWhetherToWrite(
  judgement: Judgement,
  components: number,
  foresee: () => Promise<Judged>,
): Promise<boolean> {
  const foreseen = await foresee();
  const { width } = lookOf(2);
  await showPages(fold(preview(judgement, foreseen), width), errorStream(), 6);
  if (isInterrupted()) return false;
  const key = await askKey('Is it written so?', [
    {
      value: 'w',
      label: foreseen.replaced.every(({ lost }) => lost.length === 0)
        ? 'write this verdict'
        : 'write it, in place of the verdict before',
      hint: components === 1 ? 'on one finding' : `on ${components} findings`,
    },
    { value: 'd', label: 'do not', hint: 'what was typed is there when it is asked again' },
  ]);
  return key === 'w';
}

function preview(judgement: Judgement, { replaced, open, triage: { dossier } }: Judged): string {
  const { paint } = lookOf(2);
  const lines = [
    `status: ${paint('bold', statusText(judgement))}`,
    `reason: ${safeText(judgement.reason)}`,
    ...verdictLines(judgement).map(safeText),
    ...replaced.flatMap((one) => replacedLines(one, paint)),
    showLeftOpen(open, lookOf(2)),
    ...(open.some(({ rule }) => rule === 'records/verdict-hazard') && hasNoHazard(dossier)
      ? hazardExample.split('\n').map((line) => `    ${line}`)
      : []),
  ];
  return `\n${lines.join('\n')}`;
}

/** Whoever has written a failure mode or a risk knows what one looks like. */
function hasNoHazard({ items, riskFile }: Dossier): boolean {
  return (
    (riskFile?.record.risks ?? []).length === 0 && items.every(({ filed }) => filed.record.failureModes.length === 0)
  );
}
