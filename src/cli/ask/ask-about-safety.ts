import type { Judgement } from '../../app/verdicts/compose-verdict.ts';
import type { Evidence } from '../../app/verdicts/describe-case.ts';
import type { RiskFile } from '../../model/risks/risk-file.ts';
import { safeText } from '../safe-text.ts';
import { askKey, askSome, askText, broken, type Answered } from './prompts.ts';

/** Asks what a defect can do to a patient, in the words of the records: failure modes and entries of the risk file. */
export async function askAboutSafety(
  { items }: Evidence,
  riskFile: RiskFile | undefined,
): Answered<Judgement['safety']> {
  const modes = items.flatMap(({ record }) => record.failureModes);
  const risks = riskFile?.risks ?? [];
  const options = [
    ...modes.map(({ id, mode }) => ({ value: `mode ${id}`, label: safeText(`${id}: ${mode}`) })),
    ...risks.map(({ id, hazard }) => ({ value: `risk ${id}`, label: safeText(`${id}: ${hazard}`) })),
  ];
  const key = await askKey('Can it contribute to a hazardous situation?', [
    { value: 'n', label: 'no' },
    ...(options.length === 0 ? [] : [{ value: 'y' as const, label: 'yes', hint: 'choose failure modes and risks' }]),
    { value: 'l', label: 'leave it out' },
  ]);
  if (key === broken) return broken;
  if (key === 'l') return undefined;
  const chosen = key === 'y' ? await askSome('To which?', options) : [];
  if (chosen === broken) return broken;
  const reason = await askText(key === 'y' ? 'How?' : 'Why not?');
  if (reason === broken) return broken;
  if (key === 'n') return { none: reason };
  const named = (kind: string) => chosen.filter((one) => one.startsWith(kind)).map((one) => one.slice(kind.length));
  return { failureModes: named('mode '), risks: named('risk '), reason };
}
