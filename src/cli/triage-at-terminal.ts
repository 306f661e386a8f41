import { counted } from '../base/counted.ts';
import { describeCase } from '../app/verdicts/describe-case.ts';
import { judge } from '../app/verdicts/judge.ts';
import type { Triage } from '../app/verdicts/open-triage.ts';
import { askAboutCase } from './ask/ask-about-case.ts';
import type { Context } from './command.ts';
import { fold } from './show/fold.ts';
import { askPerson } from './ask/ask-person.ts';
import { showPages } from './ask/show-pages.ts';
import { showCase } from './show/findings/show-case.ts';
import { errorStream, writeAside } from './standard-streams.ts';

/** Works through what waits for a verdict with a person, one screen a case; gives what still waits. */
export async function triageAtTerminal(context: Context, given: Triage, author: string | undefined): Promise<Triage> {
  const { people } = given.dossier.device.record;
  const by = author ?? (await askPerson('Who judges?', people));
  if (by === undefined) return given;
  let triage = given;
  let position = 0;
  let written = '';
  while (position < triage.cases.length) {
    const one = triage.cases[position];
    if (one === undefined) break;
    const evidence = describeCase(triage, one);
    const title = `${position + 1} of ${triage.cases.length}`;
    const screen = fold(showCase(evidence, title, context.aside.paint), context.aside.width);
    await showPages(`\x1b[2J\x1b[H${written}${screen}`, errorStream());
    const riskFile = triage.dossier.riskFile?.record;
    const reply = await askAboutCase(evidence, { people, riskFile, by });
    if (reply.kind === 'quit') break;
    if ('judgement' in reply) {
      const selection = { id: one.id, components: reply.components };
      const judged = await judge(context.host, triage, selection, reply.judgement);
      triage = judged.triage;
      written = `wrote ${judged.written.map(({ file }) => file).join(', ')}\n`;
    } else position = reply.kind === 'skip' ? position + 1 : Math.max(0, position - 1);
  }
  writeAside(`${counted(triage.cases.length, 'anomaly waits', 'anomalies wait')} for a verdict\n`);
  return triage;
}
