import { UsageError } from '../base/errors.ts';
import { diagnosticExports } from '../exports/diagnostics/index.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { RuleSummary } from '../model/diagnostic-export.ts';
import { rules } from '../rules/index.ts';
import type { Host } from './host.ts';
import { locateDiagnostics } from './locate-diagnostics.ts';
import { tool } from './product.ts';

/** Writes diagnostics in a machine format, with the rules that were asked. Throws `UsageError` for a format that is not known. */
export async function describeDiagnostics(
  host: Host,
  diagnostics: readonly Diagnostic[],
  format: string,
  asked: readonly RuleSummary[] = rules,
): Promise<string> {
  const chosen = diagnosticExports.find(({ name }) => name === format);
  if (chosen === undefined) {
    throw new UsageError(
      `there is no format "${format}"`,
      `Take text or one of ${diagnosticExports.map(({ name }) => name).join(', ')}.`,
    );
  }
  return chosen.write(await locateDiagnostics(host, diagnostics), { rules: describedRules(diagnostics, asked), tool });
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
