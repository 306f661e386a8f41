import type { Command } from '../command.ts';

/** Tells what a rule, a clause or a profile of SBOMs asks, why, and how to satisfy it. */
export const explain: Command = {
  name: 'explain',
  summary: 'tell what a rule, a clause or a profile of SBOMs asks, why, and how to satisfy it',
  usage: '[rule-clause-or-profile]',
  options: [],
  examples: [
    'tureen explain',
    'tureen explain 62304/manufacturer',
    'tureen explain 8.1.2',
    'tureen explain 14971',
    'tureen explain cisa-2026/producer',
  ],
  run: async (context, [wanted]) => {
    const { explainRequirements } = await import('../../app/explain/explain-requirements.ts');
    const profile = wanted === undefined ? undefined : explainRequirements(wanted);
    if (profile !== undefined) {
      if (context.json) context.print(`${JSON.stringify(profile, undefined, 2)}\n`);
      else context.show((await import('../show/check/show-requirements.ts')).showRequirements(profile, context));
      return 0;
    }
    const [{ explain: find }, { showExplanations }] = await Promise.all([
      import('../../app/explain/explain.ts'),
      import('../show/check/show-explanations.ts'),
    ]);
    const explanation = find(wanted);
    if (context.json) context.print(`${JSON.stringify(explanation, undefined, 2)}\n`);
    else context.show(showExplanations(explanation, wanted === undefined, context));
    return 0;
  },
};
