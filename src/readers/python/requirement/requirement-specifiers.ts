import type { Pinning } from '../../../model/component.ts';

/** What the version specifiers of a requirement (PEP 440) come to: a version only where they leave no choice; `undefined` for no specifiers. */
export function readSpecifiers(
  text: string,
): { readonly version: string | undefined; readonly pinning: Pinning } | undefined {
  const clauses = text
    .trim()
    .replace(/^\((.*)\)$/s, '$1')
    .split(',')
    .filter((clause) => clause.trim() !== '')
    .map(readClause);
  const read = clauses.filter((clause) => clause !== undefined);
  if (read.length < clauses.length) return undefined;
  const exact = new Set(read.filter(isExact).map(({ version }) => version));
  const [version] = exact;
  if (version !== undefined && exact.size === 1) return { version, pinning: { kind: 'exact' } };
  const asked = read.map(({ operator, version: wanted }) => operator + wanted).join(',');
  return { version: undefined, pinning: { kind: 'range', asked: asked === '' ? '*' : asked } };
}

type Clause = { readonly operator: string; readonly version: string };

function readClause(text: string): Clause | undefined {
  const [, operator, version] = /^(===|[=~!<>]=|[<>])\s*([^\s=]\S*)$/.exec(text.trim()) ?? [];
  if (operator === undefined || version === undefined) return undefined;
  const isVersion = operator === '===' || /^(?:v?\d[A-Za-z0-9.!+*_-]*|\$\{[A-Z0-9_]+\})$/.test(version);
  return isVersion ? { operator, version } : undefined;
}

/** `==1.*` is a range, and what `==${VERSION}` comes to is known elsewhere only. */
function isExact({ operator, version }: Clause): boolean {
  return operator.startsWith('==') && !/[*$]/.test(version);
}
