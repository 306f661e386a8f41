import type { Rule } from '../../../model/plugs/rule.ts';
import { namedFew } from '../../named-few.ts';
import { waiverWith, withoutManufacturer } from '../../examples/waiver-with.ts';
import { withFinding } from '../../examples/with-finding.ts';

const ofFinding = { rule: '81001-5-1/finding-judged' };

/** Asks that each waiver waives something. */
export const waiverUnused: Rule = {
  id: 'records/waiver-unused',
  title: 'A waiver meets something',
  clause: '62304:8.2.1',
  classes: ['A', 'B', 'C'],
  severity: 'warning',
  subject: 'waiver',
  why: 'A waiver that nothing needs any more waits for a gap that nobody has judged.',
  help: 'Take it out, or correct the packages, anomalies and files that it names.',
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
  check: ({ file, index, waiver, isAsked, isExpired, meets, unmet }) => {
    if (!isAsked || isExpired || (meets > 0 && unmet.length === 0)) return [];
    if (meets === 0)
      return [
        {
          message: `the rule ${waiver.rule} finds nothing that this waiver meets`,
          place: { file, keyPath: ['waivers', index] },
        },
      ];
    const message = `the rule ${waiver.rule} finds nothing here of ${namedFew(unmet)}, which this waiver names`;
    return [{ message, place: { file, keyPath: ['waivers', index, 'anomalies'] } }];
  },
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
      title: 'It is about a finding, named by another of its ids',
      files: { ...withFinding(), ...waiverWith({ ...ofFinding, anomalies: '[ghsa-PAD1-pad1-pad1]' }) },
      says: [],
    },
    {
      title: 'One of two that it names is no finding any more',
      files: { ...withFinding(), ...waiverWith({ ...ofFinding, anomalies: '[CVE-2026-0001, CVE-2026-0009]' }) },
      says: ['the rule 81001-5-1/finding-judged finds nothing here of CVE-2026-0009, which this waiver names'],
    },
    {
      title: 'The finding of the package is another',
      files: { ...withFinding(), ...waiverWith({ ...ofFinding, anomalies: '[CVE-2026-0009]' }) },
      says: ['the rule 81001-5-1/finding-judged finds nothing that this waiver meets'],
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
