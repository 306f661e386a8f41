/** No real file nests its values deeper; what walks them by recursion overflows at some thousands. */
const deepest = 500;

/**
 * What makes a value that was read from a text one that no real file holds; `undefined` for all others. Too deep a value
 * overflows what walks it, and the key `__proto__` is lost wherever objects are copied.
 */
export function outlandish(value: unknown, text: string): string | undefined {
  const deep = tooDeep(value);
  if (deep !== undefined) return deep;
  return mayHoldPrototype(text) && holdsPrototype(value) ? 'it holds the key "__proto__"' : undefined;
}

/** What is wrong with a value that is nested too deep; `undefined` for all others. */
export function tooDeep(value: unknown): string | undefined {
  return isDeeper(value, deepest) ? `it is nested more than ${deepest} levels deep` : undefined;
}

/** The key as it stands, or any character written by its number. */
function mayHoldPrototype(text: string): boolean {
  return text.includes('__proto__') || text.includes('\\u') || text.includes('\\U');
}

function isDeeper(value: unknown, levels: number): boolean {
  if (!isGroup(value)) return false;
  if (levels === 0) return true;
  for (const key in value) {
    const inner = value[key];
    if (isGroup(inner) && isDeeper(inner, levels - 1)) return true;
  }
  return false;
}

function holdsPrototype(value: unknown): boolean {
  return isGroup(value) && (Object.hasOwn(value, '__proto__') || Object.values(value).some(holdsPrototype));
}

/** An object or a list. */
type Group = Readonly<Record<string, unknown>>;

function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null;
}
