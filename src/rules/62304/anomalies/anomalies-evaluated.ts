import type { Rule } from '../../../model/plugs/rule.ts';

/** Asks for an evaluation of published anomalies that fits the inventory and whose data is not too old. */
export const anomaliesEvaluated: Rule = {
  id: '62304/anomalies-evaluated',
  title: 'Published anomalies are looked up for what is in use',
  clause: '62304:7.1.3',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'Nobody knows of anomalies that nobody looked for, and those of another inventory or of old data say nothing about today.',
  settings: [{ key: 'advisories.maximumAgeDays', otherwise: '30', means: 'how many days old the data may be' }],
  help: 'Run `tureen sync` and `tureen evaluate`, and commit soup/anomalies.lock.json.',
  restsOn: ['anomalies.lock'],
  check: ({ evaluation }) => {
    const place = { file: 'soup/anomalies.lock.json' };
    if (evaluation.kind === 'current') return [];
    if (evaluation.kind === 'missing') return [{ message: 'published anomalies have not been evaluated', place }];
    if (evaluation.kind === 'unread')
      return [{ message: 'the evaluation of published anomalies cannot be read', place: { file: evaluation.file } }];
    return [{ message: `the evaluation of published anomalies is outdated: ${evaluation.reason}`, place }];
  },
  examples: [
    { title: 'The evaluation fits the inventory', files: {}, says: [] },
    {
      title: 'Nobody has evaluated',
      files: { 'soup/anomalies.lock.json': undefined },
      says: ['published anomalies have not been evaluated'],
    },
    {
      title: 'The inventory has changed since',
      files: {
        'package-lock.json':
          '{ "lockfileVersion": 3, "packages": { "node_modules/left-pad": { "version": "1.3.1" } } }\n',
      },
      says: ['the evaluation of published anomalies is outdated: the inventory has changed since it was evaluated'],
    },
  ],
};
