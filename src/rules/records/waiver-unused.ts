import type { Rule } from '../../model/plugs/rule.ts';
import { waiverWith, withoutManufacturer } from '../examples/waiver-with.ts';

/** Asks that each waiver waives something. */
export const waiverUnused: Rule = {
  id: 'records/waiver-unused',
  title: 'A waiver meets something',
  clause: '62304:8.2.1',
  classes: ['A', 'B', 'C'],
  severity: 'warning',
  subject: 'waiver',
  why: 'A waiver that nothing needs any more waits for a gap that nobody has judged.',
  help: 'Take it out, or correct the packages and files that it names.',
  restsOn: [
    'inventory',
    'soup-item',
    'risks',
    'licences',
    'review',
    'release',
    'verdicts',
    'anomaly-list',
    'dispositions',
    'verification',
    'metadata.lock',
    'anomalies.lock',
  ],
  check: ({ file, index, waiver, isAsked, isExpired, meets }) =>
    isAsked && !isExpired && meets === 0
      ? [
          {
            message: `the rule ${waiver.rule} finds nothing that this waiver meets`,
            place: { file, keyPath: ['waivers', index] },
          },
        ]
      : [],
  examples: [
    { title: 'It meets what the rule found', files: { ...withoutManufacturer, ...waiverWith() }, says: [] },
    {
      title: 'The rule is content',
      files: waiverWith(),
      says: ['the rule 62304/manufacturer finds nothing that this waiver meets'],
    },
    {
      title: 'It is about another package',
      files: { ...withoutManufacturer, ...waiverWith({ packages: 'pkg:npm/right-*' }) },
      says: ['the rule 62304/manufacturer finds nothing that this waiver meets'],
    },
    {
      title: 'It is about other files',
      files: { ...withoutManufacturer, ...waiverWith({ packages: undefined, files: 'soup/items/pypi-*' }) },
      says: ['the rule 62304/manufacturer finds nothing that this waiver meets'],
    },
    {
      title: 'A whole ecosystem, in one folder',
      files: { ...withoutManufacturer, ...waiverWith({ packages: 'pkg:npm/*', files: 'soup/items/*' }) },
      says: [],
    },
  ],
};
