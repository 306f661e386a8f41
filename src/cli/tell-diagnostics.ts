import type { Host } from '../app/host.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Context } from './command.ts';

/** Shows at most `most` diagnostics on stderr; a person who wants quiet is told the errors alone. */
export async function tellDiagnostics(
  { complain, quiet, aside }: Context,
  host: Host,
  diagnostics: readonly Diagnostic[],
  most?: number,
): Promise<void> {
  const wanted = quiet ? diagnostics.filter(({ severity }) => severity === 'error') : diagnostics;
  if (wanted.length === 0) return;
  const { showDiagnostics } = await import('./show/check/show-diagnostics.ts');
  complain(
    await showDiagnostics(host, wanted, aside, most === undefined ? undefined : { most, rest: '--json shows them' }),
  );
}
