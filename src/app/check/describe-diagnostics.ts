import { UsageError } from '../../base/errors.ts';
import { diagnosticExports } from '../../exports/diagnostics/index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { LocatedWaived, RuleSummary } from '../../model/plugs/diagnostic-export.ts';
import type { WaivedDiagnostic } from '../../model/records/waiver.ts';
import { rules } from '../../rules/index.ts';
import type { Host } from '../host.ts';
import { locateDiagnostics } from './locate-diagnostics.ts';
import { tool } from '../product.ts';

/** Writes diagnostics in a machine format, with the rules that were asked. Throws `UsageError` for a format that is not known. */
export async function describeDiagnostics(
  host: Host,
  diagnostics: readonly Diagnostic[],
  format: string,
  { asked = rules, waived = [] }: Background = {},
): Promise<string> {
  const chosen = diagnosticExports.find(({ name }) => name === format);
  if (chosen === undefined) {
    throw new UsageError(
      `there is no format "${format}"`,
      `Take text or one of ${diagnosticExports.map(({ name }) => name).join(', ')}.`,
    );
  }
  return chosen.write(await locateDiagnostics(host, diagnostics), {
    rules: describedRules(diagnostics, asked),
    waived: await locateWaived(host, waived),
    tool,
  });
}

/** What a machine format tells beside the diagnostics: which rules were asked, and what is left undone on purpose. */
export type Background = { readonly asked?: readonly RuleSummary[]; readonly waived?: readonly WaivedDiagnostic[] };

async function locateWaived(host: Host, waived: readonly WaivedDiagnostic[]): Promise<readonly LocatedWaived[]> {
  const byWaiver = Map.groupBy(waived, ({ by }) => by);
  const groups = [...byWaiver].map(async ([{ file, waiver }, members]) => {
    const { reason, text, by, on, until } = waiver;
    const located = await locateDiagnostics(
      host,
      members.map(({ diagnostic }) => diagnostic),
    );
    return located.map((one) => ({ ...one, waiver: { file, reason, text, by, on, until } }));
  });
  return (await Promise.all(groups)).flat();
}

/** The rules that were asked, and a row for each check of the files that is no rule. */
function describedRules(diagnostics: readonly Diagnostic[], asked: readonly RuleSummary[]) {
  const known = new Set(asked.map(({ id }) => id));
  const others = new Map(
    diagnostics.filter(({ rule }) => !known.has(rule)).map((diagnostic) => [diagnostic.rule, diagnostic]),
  );
  const checks = [...others.values()].map(({ rule, help }) => ({
    id: rule,
    title: rule,
    why: 'A check of the files themselves.',
    help,
  }));
  return [...asked, ...checks.toSorted((a, b) => (a.id < b.id ? -1 : 1))];
}
