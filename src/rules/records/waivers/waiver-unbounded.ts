import { rulesOfFindings } from '../../../base/waivers/rules-of-findings.ts';
import type { Rule } from '../../../model/plugs/rule.ts';
import { namedFew } from '../../named-few.ts';
import { waiverWith, withoutManufacturer } from '../../examples/waiver-with.ts';
import { verdictWith, withFinding } from '../../examples/with-finding.ts';

const finding = { rule: '81001-5-1/finding-judged' };

/** Asks that a waiver of findings names them: one by package alone takes what is published tomorrow, too. */
export const waiverUnbounded: Rule = {
  id: 'records/waiver-unbounded',
  title: 'A waiver of findings names the anomalies',
  clause: '81001-5-1:9.4',
  classes: ['A', 'B', 'C'],
  severity: 'warning',
  subject: 'waiver',
  why: 'Somebody decided to wait with what was known that day. What is published tomorrow nobody has seen, and it may be worse.',
  help: 'Write the anomalies that were looked at under `anomalies` of the waiver.',
  check: ({ file, index, waiver, isExpired, anomalies }) => {
    if (isExpired || waiver.anomalies !== undefined || anomalies.length === 0) return [];
    if (!rulesOfFindings.includes(waiver.rule)) return [];
    const message = `the waiver of ${waiver.rule} takes whatever comes up until ${waiver.until}, too; today it meets ${namedFew(anomalies)}`;
    const help = `Write into it what was looked at, of today's: anomalies: [${anomalies.join(', ')}]`;
    return [{ message, help, place: { file, keyPath: ['waivers', index] } }];
  },
  examples: [
    {
      title: 'It names what was looked at',
      files: { ...withFinding(), ...waiverWith({ ...finding, anomalies: '[CVE-2026-0001]' }) },
      says: [],
    },
    { title: 'It is about no finding', files: { ...withoutManufacturer, ...waiverWith() }, says: [] },
    {
      title: 'It names a package alone',
      files: { ...withFinding(), ...waiverWith(finding) },
      says: [
        'the waiver of 81001-5-1/finding-judged takes whatever comes up until 2027-02-28, too; today it meets CVE-2026-0001',
      ],
    },
    {
      title: 'It puts off every response',
      files: {
        ...withFinding(),
        ...verdictWith('status: affected\nreason: A long name is cut\nby: ada\non: 2026-11-12'),
        ...waiverWith({ rule: '81001-5-1/verdict-response' }),
      },
      says: [
        'the waiver of 81001-5-1/verdict-response takes whatever comes up until 2027-02-28, too; today it meets CVE-2026-0001',
      ],
    },
  ],
};
