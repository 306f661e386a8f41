import type { Command } from '../command.ts';

/** Tells why a component is here: its paths, its use with evidence, its record, its class, its findings. */
export const why: Command = {
  name: 'why',
  summary: 'tell why a component is here and what is known of it',
  usage: '<purl>',
  options: [],
  examples: ['tureen why pkg:npm/left-pad@1.3.0', 'tureen why pkg:pypi/numpy', 'tureen why numpy'],
  run: async (context, [wanted = '']) => {
    const [{ why: explain }, { showReasons }] = await Promise.all([
      import('../../app/explain/why.ts'),
      import('../show/inventory/show-reasons.ts'),
    ]);
    const reasons = await explain(context.host, wanted);
    if (context.json) context.print(`${JSON.stringify({ components: reasons }, undefined, 2)}\n`);
    else context.show(showReasons(reasons, context.paint));
    return 0;
  },
};
