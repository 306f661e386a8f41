import type { Rule } from '../../../model/plugs/rule.ts';
import { lockWith } from '../../examples/lock-with.ts';

/** Doubts a lockfile in which everything is a development dependency: a bundler may still put it into the product. */
export const bundledFrontEnd: Rule = {
  id: '62304/bundled-front-end',
  title: 'A lockfile of development packages alone is looked at twice',
  clause: '62304:8.1.2',
  classes: ['A', 'B', 'C'],
  severity: 'warning',
  subject: 'device',
  why: 'A bundled front end often lists all of its packages as development dependencies and ships them all the same.',
  help: 'Decide under `scope:` in tureen.yaml what the bundle holds, with a reason; the bundler’s own report is good evidence.',
  check: ({ inventory, entries }) =>
    inventory.files
      .filter(({ status }) => status === 'read')
      .flatMap(({ path }) => {
        const inside = entries.filter(
          ({ component }) => !component.firstParty && component.foundAt.some(({ file }) => file === path),
        );
        const doubtful =
          inside.length > 0 && inside.every(({ use }) => use.scope === 'development' && use.decidedBy === 'files');
        return doubtful && lockfiles.test(path)
          ? [
              {
                message: `every package of ${path} (${inside.length}) is a development package; does a bundle ship one of them?`,
                place: { file: path },
              },
            ]
          : [];
      }),
  examples: [
    { title: 'Some packages are for runtime', files: {}, says: [] },
    {
      title: 'Every package is for development',
      files: lockWith({ 'left-pad': { version: '1.3.0', dev: true }, jquery: { version: '3.7.1', dev: true } }),
      says: ['every package of package-lock.json (2) is a development package; does a bundle ship one of them?'],
    },
  ],
};

const lockfiles = /(^|\/)(package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lock|deno\.lock)$/;
