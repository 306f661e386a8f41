import type { Host } from '../app/host.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Context } from './command.ts';

/** Shows the first diagnostics of each rule on stderr, and what shows the rest; a person who wants quiet is told the errors alone. */
export async function tellDiagnostics(
  { complain, quiet, aside }: Pick<Context, 'complain' | 'quiet' | 'aside'>,
  host: Host,
  diagnostics: readonly Diagnostic[],
  rest = '--json shows them',
): Promise<void> {
  const wanted = quiet ? diagnostics.filter(({ severity }) => severity === 'error') : diagnostics;
  if (wanted.length === 0) return;
  const { showDiagnostics } = await import('./show/check/show-diagnostics.ts');
  complain(await showDiagnostics(host, wanted, aside, { most: 20, rest }));
}
