import { countQuestions } from '../../base/anomalies/asked-together.ts';
import type { Evaluated } from '../../app/evaluation/evaluate.ts';
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
    {
      flags: '--all',
      description: 'show every finding with all that is known of it, what is judged or not affected, too',
    },
  ],
  examples: ['tureen evaluate', 'tureen evaluate --json --store advisories.sqlite'],
  run: async (context, _, options) => {
    const [{ evaluate: match }, { showEvaluation }] = await Promise.all([
      import('../../app/evaluation/evaluate.ts'),
      import('../show/findings/show-evaluation.ts'),
    ]);
    tellDay(context);
    const evaluated = await match(context.host, storePath(context, options));
    const { evaluation, waiting, written, complete, diagnostics } = evaluated;
    const { findings } = evaluation;
    await tellDiagnostics(context, context.host, diagnostics);
    if (context.json) context.print(`${JSON.stringify(asJson(evaluated), undefined, 2)}\n`);
    else context.show(showEvaluation(evaluated, options['all'] === true, context.paint));
    context.tell(
      written === undefined ? 'without a tureen.yaml that can be used nothing is frozen' : `wrote ${written}`,
    );
    if (written !== undefined && waiting.length > 0)
      context.tell('next: `tureen triage --list` shows what waits for a verdict');
    return complete && findings.every(({ result }) => result === 'not-affected') ? 0 : 1;
  },
};

/** All of the evaluation, with how much of it waits for a verdict. */
function asJson({ evaluation, waiting, ageDays, diagnostics }: Evaluated) {
  const { evaluated, data, components, findings, uncovered, support } = evaluation;
  const questions = countQuestions(waiting.map(({ finding }) => finding));
  return {
    evaluated,
    data: { ...data, ageDays },
    components,
    findings,
    uncovered,
    support,
    waiting: waiting.length,
    questions,
    diagnostics,
  };
}
