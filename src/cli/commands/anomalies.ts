import type { Command } from '../command.ts';

/** Lists published anomalies of SOUP items: the frozen lists, what concerns the version in use, and what people judged. */
export const anomalies: Command = {
  name: 'anomalies',
  summary: 'list published anomalies of SOUP items, and what people judged about them',
  usage: '[item...]',
  options: [
    { flags: '--open', description: 'only those that wait for a disposition' },
    { flags: '--all', description: 'also those that do not concern the version in use' },
  ],
  examples: ['tureen anomalies', 'tureen anomalies pkg:pypi/pydicom --open', 'tureen anomalies pydicom --all'],
  run: async (context, words, options) => {
    const [{ listAnomalies }, { showAnomalies }] = await Promise.all([
      import('../../app/list-anomalies.ts'),
      import('../show-anomalies.ts'),
    ]);
    const items = await listAnomalies(context.host, words);
    const shown = options['all'] === true ? 'all' : options['open'] === true ? 'open' : 'relevant';
    if (context.json) context.print(`${JSON.stringify({ items }, undefined, 2)}\n`);
    else context.show(showAnomalies(items, shown, context.paint));
    return 0;
  },
};
