import type { Rule } from '../../model/plugs/rule.ts';
import { componentsOf } from '../components-of.ts';
import { lackOfAnswer } from '../lack-of-answer.ts';
import { ofFindings } from '../of-findings.ts';
import { notAffected, verdictWith, withFinding } from '../examples/with-finding.ts';

const malware = { id: 'MAL-2026-1', aliases: ['CVE-2026-0001'], kind: 'malware' };
const affected = 'status: affected\nreason: It was installed on the build server\nby: ada\non: 2026-11-12\nowner: ada';

/** Asks that a malicious package is handled as an incident: it did harm when it was installed, whatever the device does with it. */
export const maliciousPackage: Rule = {
  id: '81001-5-1/malicious-package',
  title: 'A malicious package is handled as an incident',
  clause: '81001-5-1:9.5',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'Malicious code runs where it is installed, on the machines of those who build, too. It is no defect to weigh, and being a tool is no excuse.',
  help: 'Take it out now, find out which builds and machines had it, renew the secrets that they held; then write down with `tureen triage` what was done.',
  check: ({ findings }) => {
    const open = findings.flatMap((one) => {
      const lack = one.entry === undefined || one.finding.kind !== 'malware' ? undefined : lackOfAnswer(one);
      return lack === undefined ? [] : [{ ...one, lack }];
    });
    return ofFindings(
      open,
      ({ finding, lack }) => `${finding.id} ${lack}`,
      (same) => {
        const [{ finding, index, lack }] = same;
        const message = `${finding.id} is a malicious package, and ${lack}: ${componentsOf(same)}`;
        return { message, place: { file: 'soup/anomalies.lock.json', keyPath: ['findings', index] } };
      },
    );
  },
  examples: [
    {
      title: 'It was answered',
      files: {
        ...withFinding('affected', malware),
        ...verdictWith(`${affected}\nresponse: { action: rollback, text: Taken out and all tokens renewed, INC-7 }`, {
          anomaly: 'MAL-2026-1',
        }),
      },
      says: [],
    },
    {
      title: 'The name is the same, the package is another',
      files: { ...withFinding('undetermined', malware), ...verdictWith(notAffected, { anomaly: 'MAL-2026-1' }) },
      says: [],
    },
    {
      title: 'Nobody has looked',
      files: withFinding('affected', malware),
      says: ['MAL-2026-1 is a malicious package, and is not judged: pkg:npm/left-pad@1.3.0'],
    },
    {
      title: 'It was there, and nobody says what was done',
      files: { ...withFinding('affected', malware), ...verdictWith(affected, { anomaly: 'MAL-2026-1' }) },
      says: ['MAL-2026-1 is a malicious package, and has no response: pkg:npm/left-pad@1.3.0'],
    },
  ],
};
