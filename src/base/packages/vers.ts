/** A range of versions as VERS writes it: the type of package whose order counts, and constraints, often in that order. */
export type VersRange = {
  /** Lower-case, such as `npm` or `deb`. */
  readonly type: string;
  /** At least one; `*` stands alone and has no version. */
  readonly constraints: readonly VersConstraint[];
};

/** One constraint of a range; the version is unescaped. */
export type VersConstraint = {
  readonly comparator: '=' | '!=' | '<' | '<=' | '>' | '>=' | '*';
  readonly version: string;
};

/**
 * Reads a VERS range (specification of 2026, "How to parse"), whatever the order of its constraints, for real documents keep
 * none; gives the reason where it is no range.
 */
export function parseVers(text: string): VersRange | { readonly problem: string } {
  const [, type, list] = /^vers:([a-z][a-z0-9.-]*)\/(.+)$/s.exec(text) ?? [];
  if (/\s/.test(text)) return { problem: 'it holds a blank' };
  if (type === undefined || list === undefined) return { problem: 'it does not begin with vers:, a type and a slash' };
  if (list === '*') return { type, constraints: [{ comparator: '*', version: '' }] };
  const constraints: VersConstraint[] = [];
  for (const part of list.split('|')) {
    const constraint = parseConstraint(part);
    if ('problem' in constraint) return constraint;
    constraints.push(constraint);
  }
  return { type, constraints };
}

/** Writes a range; what has a meaning in VERS is escaped. */
export function formatVers({ type, constraints }: VersRange): string {
  const list = constraints.map(({ comparator, version }) =>
    comparator === '*' ? '*' : `${comparator === '=' ? '' : comparator}${escape(version)}`,
  );
  return `vers:${type}/${list.join('|')}`;
}

function parseConstraint(part: string): VersConstraint | { readonly problem: string } {
  const comparator = (['>=', '<=', '!=', '<', '>'] as const).find((each) => part.startsWith(each));
  const escaped = part.slice(comparator?.length ?? 0);
  if (escaped === '') return { problem: 'a constraint has no version' };
  if (/[<>=!*]/.test(escaped)) return { problem: `"${part}" is no constraint` };
  const version = unescape(escaped);
  return version === undefined
    ? { problem: `"${escaped}" is not escaped as it should be` }
    : { comparator: comparator ?? '=', version };
}

function unescape(text: string): string | undefined {
  try {
    return /%(?![0-9A-F]{2})/.test(text) ? undefined : decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function escape(version: string): string {
  return encodeURIComponent(version.toWellFormed())
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%3A', ':');
}
