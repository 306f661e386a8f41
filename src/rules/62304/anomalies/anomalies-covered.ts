import { absentData } from '../../../base/anomalies/absent-data.ts';
import type { Rule } from '../../../model/plugs/rule.ts';
import { deviceWith } from '../../examples/device-with.ts';
import { withUncovered } from '../../examples/with-finding.ts';

/** Asks that published anomalies were looked up in all that the device names, and for every ecosystem that it uses. */
export const anomaliesCovered: Rule = {
  id: '62304/anomalies-covered',
  title: 'Published anomalies are looked up everywhere',
  clause: '62304:7.1.3',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'What nobody looked up has no findings, and an evaluation with half of the data looks as clean as one with all of it.',
  help: 'Run `tureen sync` here and `tureen evaluate`, and commit soup/anomalies.lock.json.',
  restsOn: ['anomalies.lock'],
  check: ({ evaluation: state, device }) =>
    'evaluation' in state
      ? absentData(state.evaluation, device.record, 'soup/anomalies.lock.json').map(({ message, place, help }) => ({
          message,
          place,
          help,
        }))
      : [],
  examples: [
    { title: 'All was looked up', files: withUncovered([]), says: [] },
    {
      title: 'No source covers such components, whatever is fetched',
      files: withUncovered([{ component: 'pkg:generic/sdk@1', reason: 'no source speaks of generic packages' }]),
      says: [],
    },
    {
      title: 'The store was filled for another device',
      files: withUncovered([{ component: 'pkg:pypi/numpy@2.1.3', reason: 'the store holds no records for PyPI' }]),
      says: ['the store holds no records for PyPI: 1 component was not looked up'],
    },
    {
      title: 'Source and list are not those that the device names',
      files: {
        ...withUncovered([]),
        ...deviceWith('advisories: { sources: [mirror], lists: [{ feed: kev, from: lists }] }'),
      },
      says: [
        'the store was filled from elsewhere; this device names mirror',
        'the store does not hold the kev list from lists that this device names',
      ],
    },
  ],
};
