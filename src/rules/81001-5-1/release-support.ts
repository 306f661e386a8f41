import { supportState } from '../../base/releases/support-state.ts';
import type { Rule } from '../../model/plugs/rule.ts';
import { releaseWith } from '../examples/release-with.ts';

/** Asks until when each release in the field is supported, and that its end is written down when it has come. */
export const releaseSupport: Rule = {
  id: '81001-5-1/release-support',
  title: 'Until when a release is supported is told',
  clause: '81001-5-1:6.2.1',
  classes: ['A', 'B', 'C'],
  severity: 'warning',
  subject: 'device',
  why: 'A release is watched as long as somebody answers for it. When nobody says until when, users do not know when they are alone.',
  help: 'Write `support: { until: <day> }` into release.yaml, or `ended: { on: <day>, reason: … }` when it has ended.',
  check: ({ releases, today }) =>
    releases.flatMap(({ file, record }) => {
      const state = supportState(record, today);
      if (state.kind === 'overdue')
        return [
          {
            message: `release ${record.version} was to be supported until ${state.until}, and nobody has written that support has ended`,
            place: { file, keyPath: ['support', 'until'] },
          },
        ];
      if (state.kind === 'ended' || state.until !== undefined || record.support.ended !== undefined) return [];
      const message = `nobody says until when release ${record.version} is supported`;
      return [{ message, place: { file, keyPath: ['support'] } }];
    }),
  examples: [
    { title: 'It is supported until 2028', files: releaseWith(), says: [] },
    {
      title: 'Its support has ended',
      files: releaseWith('support: { until: 2026-10-31, ended: { on: 2026-10-31, reason: Every site has 1.0.0 } }'),
      says: [],
    },
    {
      title: 'Nobody says until when',
      files: releaseWith('support: {}'),
      says: ['nobody says until when release 0.9.0 is supported'],
    },
    {
      title: 'The day has passed, and nobody has ended it',
      files: releaseWith('support: { until: 2026-10-31 }'),
      says: ['release 0.9.0 was to be supported until 2026-10-31, and nobody has written that support has ended'],
    },
  ],
};
