import { counted } from '../../base/counted.ts';
import { daysBetween } from '../../base/day.ts';
import type { FindingEntry } from '../../model/dossier.ts';
import type { Rule } from '../../model/plugs/rule.ts';
import { componentsOf } from '../components-of.ts';
import { ofFindings } from '../of-findings.ts';
import { verdictWith, withFinding } from '../examples/with-finding.ts';

const affected = (due: string) =>
  `status: affected\nreason: A long name is cut\nresponse: { action: update, text: Update to 1.3.1, due: ${due} }\nowner: ada\nby: ada\non: 2026-11-02`;

/** Asks that a response is done by the day that its verdict promises: what was to be updated is still in use after it. */
export const responseOverdue: Rule = {
  id: '81001-5-1/response-overdue',
  title: 'A response is done by its day',
  clause: '81001-5-1:9.5',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'A promise with a day is a risk control. When the day has passed and the anomaly still affects, nothing controls it.',
  help: 'Do it; or judge anew with `tureen triage`, with a later day and the reason why it may wait.',
  check: ({ findings, today }) => {
    const late = findings.flatMap((one) => {
      const due = one.entry === undefined ? undefined : dueOf(one);
      return due === undefined || due >= today ? [] : [{ ...one, due }];
    });
    return ofFindings(late, keyOf, (same) => {
      const [{ finding, standing, due }] = same;
      const { file = '', index = 0 } = ('met' in standing && standing.met?.filed) || {};
      const message = `the response to ${finding.id} is ${counted(daysBetween(due, today), 'day')} overdue, and it still affects ${componentsOf(same)}`;
      return { message, place: { file, keyPath: ['verdicts', index, 'response', 'due'] } };
    });
  },
  examples: [
    { title: 'Its day is today', files: { ...withFinding(), ...verdictWith(affected('2026-11-15')) }, says: [] },
    {
      title: 'It was done: the version in use is not affected',
      files: { ...withFinding('not-affected'), ...verdictWith(affected('2026-11-05')) },
      says: [],
    },
    {
      title: 'Its day has passed',
      files: { ...withFinding(), ...verdictWith(affected('2026-11-05')) },
      says: ['the response to CVE-2026-0001 is 10 days overdue, and it still affects pkg:npm/left-pad@1.3.0'],
    },
  ],
};

/** The day that a verdict promises, while it holds; one that is asked again or has run out is told by other rules. */
function dueOf({ standing }: FindingEntry): string | undefined {
  if (standing.kind !== 'judged') return undefined;
  const { status, response } = standing.met.filed.verdict;
  return status === 'affected' ? response?.due : undefined;
}

function keyOf({ finding, standing, due }: FindingEntry & { readonly due: string }): string {
  const { file, index } = ('met' in standing && standing.met?.filed) || {};
  return `${file} ${index} ${finding.id} ${due}`;
}
