import type { Judgement } from '../../app/verdicts/compose-verdict.ts';
import type { Evidence } from '../../app/verdicts/describe-case.ts';
import type { RiskFile } from '../../model/risks/risk-file.ts';
import { safeText } from '../safe-text.ts';
import { askKey, askSome, broken, type Answered, type Choice } from './prompts.ts';
import { askTyped, type Typed } from './typed.ts';

/**
 * Asks what a defect can do to a patient, in the words of the records: failure modes and entries of the risk file. A yes needs none
 * of them: the words of the person stay, and the check asks for the rest.
 */
export async function askAboutSafety(
  { items }: Evidence,
  riskFile: RiskFile | undefined,
  typed: Typed,
): Answered<Judgement['safety']> {
  const modes = items.flatMap(({ record }) => record.failureModes);
  const risks = riskFile?.risks ?? [];
  const options = [
    ...modes.map(({ id, mode }) => ({ value: `mode ${id}`, label: safeText(`${id}: ${mode}`) })),
    ...risks.map(({ id, hazard }) => ({ value: `risk ${id}`, label: safeText(`${id}: ${hazard}`) })),
  ];
  const key = await askKey('Can it contribute to a hazardous situation?', [
    { value: 'n', label: 'no' },
    ...(options.length === 0 ? [] : [named]),
    { value: 'w', label: options.length === 0 ? 'yes' : 'yes, by none of these', hint: unwritten },
    { value: 'l', label: 'leave it out' },
  ]);
  if (key === broken) return broken;
  if (key === 'l') return undefined;
  const chosen = key === 'y' ? await askSome('To which?', options) : [];
  if (chosen === broken) return broken;
  const reason = key === 'n' ? await askTyped(typed, 'harmless', 'Why not?') : await askTyped(typed, 'harm', 'How?');
  if (reason === broken) return broken;
  if (key === 'n') return { none: reason };
  const idsOf = (kind: string) => chosen.filter((one) => one.startsWith(kind)).map((one) => one.slice(kind.length));
  return { failureModes: idsOf('mode '), risks: idsOf('risk '), reason };
}

const named: Choice<'y'> = { value: 'y', label: 'yes', hint: 'choose failure modes and risks' };
const unwritten = 'no record says how, yet; your words stay, and the check asks for it';
