/** No real file nests its values deeper; what walks them by recursion overflows at some thousands. */
const deepest = 500;

/**
 * What makes a value that was read from a file one that no real file holds; `undefined` for all others. Too deep a value
 * overflows what walks it, and the key `__proto__` is lost wherever objects are copied.
 */
export function outlandish(value: unknown): string | undefined {
  let level = isGroup(value) ? [value] : [];
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > deepest) return `it is nested more than ${deepest} levels deep`;
    const next: Group[] = [];
    for (const group of level) {
      for (const key in group) {
        if (key === '__proto__') return 'it holds the key "__proto__"';
        const inner = group[key];
        if (isGroup(inner)) next.push(inner);
      }
    }
    level = next;
  }
  return undefined;
}

/** An object or a list. */
type Group = Readonly<Record<string, unknown>>;

function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null;
}
