import type { Host } from '../../../app/host.ts';
import { counted } from '../../../base/counted.ts';
import type { KnownProblem } from '../../../model/records/check-baseline.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { WaivedDiagnostic, WaiverEntry } from '../../../model/records/waiver.ts';
import type { Look, Paint } from '../../command.ts';
import { safeText } from '../../safe-text.ts';
import { showDiagnostics } from './show-diagnostics.ts';

/** What `check` has to show: what counts, what is waived, and what a baseline knows. */
export type ShownCheck = {
  readonly diagnostics: readonly Diagnostic[];
  readonly waived: readonly WaivedDiagnostic[];
  readonly known: readonly Diagnostic[];
  readonly solved: readonly KnownProblem[];
  /** Whether all that is wrong is shown, as no baseline is asked for. */
  readonly isWhole: boolean;
};

/** Shows the result of `check` to a person, and what does not count in it, so that nothing is waived out of sight. */
export async function showCheck(host: Host, shown: ShownCheck, look: Look, isAll: boolean): Promise<string> {
  const { diagnostics, waived, solved, isWhole } = shown;
  const known = problemsIn(shown.known);
  const limit = isAll ? undefined : { most: 10, rest: '--all shows them' };
  const problems = diagnostics.length === 0 ? nothing(shown) : await showDiagnostics(host, diagnostics, look, limit);
  const solvedCount = solved.reduce((sum, { count }) => sum + count, 0);
  return [
    problems,
    ...showWaived(waived, look.paint),
    ...(isWhole ? [] : [`${counted(known, 'problem')} of the baseline remain${known === 1 ? 's' : ''}`]),
    ...(solvedCount === 0
      ? []
      : [
          `${counted(solvedCount, 'problem')} of the baseline ${solvedCount === 1 ? 'is' : 'are'} solved: run \`tureen check --write-baseline\` to take them out`,
        ]),
    '',
  ].join('\n');
}

/** Notes only tell: a baseline counts them neither when it is written nor when it is asked. */
function problemsIn(known: readonly Diagnostic[]): number {
  return known.filter(({ severity }) => severity !== 'note').length;
}

function nothing({ waived, known }: ShownCheck): string {
  return waived.length + problemsIn(known) === 0 ? 'Nothing is missing.' : 'Nothing new is missing.';
}

function showWaived(waived: readonly WaivedDiagnostic[], paint: Paint): readonly string[] {
  const groups = Map.groupBy(waived, ({ by }) => by);
  return [...groups].map(([entry, members]) => {
    const { rule, reason, text, by, until } = entry.waiver;
    const about = `${paint('bold', safeText(rule))}${placesOf(entry)}`;
    return `waived: ${members.length} of ${about} until ${until} by ${safeText(by)}, ${reason}: ${safeText(text)}`;
  });
}

function placesOf({ waiver: { packages, anomalies, files } }: WaiverEntry): string {
  return safeText(
    [
      packages === undefined ? '' : ` about ${packages}`,
      anomalies === undefined ? '' : ` on ${anomalies.join(', ')}`,
      files === undefined ? '' : ` in ${files}`,
    ].join(''),
  );
}
