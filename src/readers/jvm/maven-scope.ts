import type { Scope } from '../../model/component.ts';

/** What one of Maven's scopes, and its mark for what others need not take over, tell about use. */
export function mavenScope(
  scope: string | undefined,
  optional: boolean,
): { readonly scope: Scope; readonly reason: string } {
  const shown = scope === undefined ? 'no scope, which means compile' : `scope ${scope}`;
  switch (scope) {
    case undefined:
    case 'compile':
    case 'runtime':
      return optional ? { scope: 'optional', reason: `${shown}, optional` } : { scope: 'runtime', reason: shown };
    case 'test':
      return { scope: 'development', reason: shown };
    case 'provided':
      return { scope: 'unknown', reason: `${shown}: not packed, but the platform may bring it when the product runs` };
    case 'system':
      return { scope: 'unknown', reason: `${shown}: a file that Maven takes from a path and does not pack` };
    default:
      return { scope: 'unknown', reason: `${shown}, which Maven does not know` };
  }
}
