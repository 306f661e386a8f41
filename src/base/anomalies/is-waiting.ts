import type { Standing } from '../../model/dossier.ts';

/** Whether a finding waits for a verdict. */
export function isWaiting({ standing: { kind } }: { readonly standing: Standing }): boolean {
  return kind === 'open' || kind === 'again' || kind === 'expired';
}
