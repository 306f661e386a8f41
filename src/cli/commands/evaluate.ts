import type { Command } from '../command.ts';
import { storePath } from '../store-path.ts';
import { tellDiagnostics } from '../tell-diagnostics.ts';
import { tellDay } from '../tell-day.ts';

/** Matches the inventory with the advisory store and freezes the findings. */
export const evaluate: Command = {
  name: 'evaluate',
  summary: 'match the inventory with the advisory store and freeze the findings',
  options: [
    { flags: '--store <file>', description: 'where the store lies' },
    { flags: '--all', description: 'show what is not affected, too' },
  ],
  examples: ['tureen evaluate', 'tureen evaluate --json --store advisories.sqlite'],
  run: async (context, _, options) => {
    const [{ evaluate: match }, { showEvaluation }] = await Promise.all([
      import('../../app/evaluation/evaluate.ts'),
      import('../show/findings/show-evaluation.ts'),
    ]);
    tellDay(context);
    const { evaluation, ageDays, written, complete, diagnostics } = await match(
      context.host,
      storePath(context, options),
    );
    const { evaluated, data, components, findings, uncovered } = evaluation;
    if (context.json) {
      const answer = { evaluated, data: { ...data, ageDays }, components, findings, uncovered, diagnostics };
      context.print(`${JSON.stringify(answer, undefined, 2)}\n`);
    } else context.show(showEvaluation(evaluation, ageDays, options['all'] === true, context.paint));
    await tellDiagnostics(context, context.host, diagnostics);
    context.tell(
      written === undefined ? 'without a tureen.yaml that can be used nothing is frozen' : `wrote ${written}`,
    );
    if (written !== undefined && findings.some(({ result }) => result !== 'not-affected'))
      context.tell('next: `tureen triage --list` shows what waits for a verdict');
    return complete && findings.every(({ result }) => result === 'not-affected') ? 0 : 1;
  },
};
