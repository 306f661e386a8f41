import type { Command } from '../command.ts';

/** Tells how much of the inventory is accounted for, and by what. */
export const coverage: Command = {
  name: 'coverage',
  summary: 'tell how each component is accounted for, as a list and as a number',
  options: [{ flags: '--red', description: 'show only what is not accounted for or not exact' }],
  examples: ['tureen coverage', 'tureen coverage --red', 'tureen coverage --json'],
  run: async (context, _, options) => {
    const [{ coverage: measure, isWhole }, { showCoverage }] = await Promise.all([
      import('../../app/coverage/coverage.ts'),
      import('../show/inventory/show-coverage.ts'),
    ]);
    const measured = await measure(context.host);
    if (context.json) context.print(`${JSON.stringify(measured, undefined, 2)}\n`);
    else context.show(showCoverage(measured, { onlyRed: options['red'] === true }, context));
    return isWhole(measured) ? 0 : 1;
  },
};
