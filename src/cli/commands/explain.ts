import type { Command } from '../command.ts';

/** Tells what a rule or clause asks, why, and how to satisfy it. */
export const explain: Command = {
  name: 'explain',
  summary: 'tell what a rule or clause asks, why, and how to satisfy it',
  usage: '[rule-or-clause]',
  options: [],
  examples: ['tureen explain', 'tureen explain 62304/manufacturer', 'tureen explain 8.1.2'],
  run: async (context, [wanted]) => {
    const [{ explain: find }, { showExplanations }] = await Promise.all([
      import('../../app/explain.ts'),
      import('../show-explanations.ts'),
    ]);
    const explanations = find(wanted);
    if (context.json) context.print(`${JSON.stringify({ rules: explanations }, undefined, 2)}\n`);
    else context.show(showExplanations(explanations, wanted === undefined, context));
    return 0;
  },
};
