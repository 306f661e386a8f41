import { packageOf } from '../../../base/packages/purl.ts';
import type { Rule } from '../../../model/plugs/rule.ts';
import { lockWith } from '../../examples/lock-with.ts';

/** Asks that every component that ships is accounted for by a record: its own, or one that covers it with a reason. */
export const coverage: Rule = {
  id: '62304/coverage',
  title: 'Every component that ships is accounted for',
  clause: '62304:8.1.2',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'component',
  why: 'A SOUP list that knows less than the lockfile is the first finding of an audit. Each line of the lockfile leads to a record or to the reason why it needs none.',
  help: 'Run `tureen draft` for a record of its own, or let the record of what brings it in say `covers:` with a reason.',
  restsOn: ['soup-item'],
  check: ({ component, use, account }) =>
    account.kind === 'unaccounted' && use.scope !== 'unknown'
      ? [
          {
            message: `${component.purl} ships (${use.scope}), but ${account.reason}`,
            place: component.foundAt[0] ?? { file: 'tureen.yaml' },
            ...(account.proposal !== undefined && {
              help: `Complete ${account.proposal}, write under \`covers:\` why that is enough, and set \`status: confirmed\`; or run \`tureen draft ${packageOf(component.purl)}\` for a record of its own.`,
            }),
          },
        ]
      : [],
  examples: [
    { title: 'The package has a record', files: lockWith({ 'left-pad': { version: '1.3.0' } }), says: [] },
    {
      title: 'A package was added without a record',
      files: lockWith({ 'left-pad': { version: '1.3.0' }, 'is-odd': { version: '3.0.1' } }),
      says: ['pkg:npm/is-odd@3.0.1 ships (runtime), but no record is about it and none covers it'],
    },
  ],
};
