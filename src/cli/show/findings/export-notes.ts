import type { ExportedVex } from '../../../app/vex/export-vex.ts';
import type { WaitingReason, WaitingVulnerability } from '../../../app/vex/waiting-vulnerabilities.ts';
import { gravityMarks } from '../../../base/anomalies/gravity.ts';
import { counted } from '../../../base/counted.ts';
import { safeText } from '../../safe-text.ts';

/** What whoever sends a VEX document on has to know of it, a line each: how much is open in it, and the gravest of that. */
export function exportNotes({ doubt, waiting, gone }: Pick<ExportedVex, 'doubt' | 'waiting' | 'gone'>): string[] {
  const groups = Map.groupBy(waiting, ({ why }) => why);
  const parts = [
    ...(Object.keys(reasons) as WaitingReason[]).map((why) => {
      const group = groups.get(why) ?? [];
      return { text: reasons[why], names: group.map(nameOf) };
    }),
    {
      text: 'left out, as the component has gone since the evaluation',
      names: gone.map(({ id, component }) => `${id} in ${component}`),
    },
  ].filter(({ names }) => names.length > 0);
  const isCut = parts.some(({ names }) => names.length > mostNamed);
  return [
    ...(doubt === undefined ? [] : [`note: the evaluation is outdated: ${safeText(doubt)}`]),
    ...parts.map(({ text, names }) => {
      const count = counted(names.length, 'vulnerability', 'vulnerabilities');
      const rest = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : '';
      return `note: ${count} ${names.length === 1 ? 'is' : 'are'} ${text}: ${safeText(names.slice(0, mostNamed).join(', '))}${rest}`;
    }),
    ...(isCut ? ['note: all of them: `tureen triage --list`, or --json with -o'] : []),
  ];
}

/** So many are named of each kind, the gravest first. */
const mostNamed = 5;

const reasons: Readonly<Record<WaitingReason, string>> = {
  'no verdict': 'under investigation, without a verdict',
  'verdict to be asked again': 'under investigation, as the verdict is to be asked again',
  'verdict has run out': 'under investigation, as the verdict has run out',
  'under investigation': 'under investigation, as the verdict says',
};

function nameOf(waiting: WaitingVulnerability): string {
  const marks = gravityMarks(waiting);
  return marks.length === 0 ? waiting.id : `${waiting.id} (${marks.join(', ')})`;
}
