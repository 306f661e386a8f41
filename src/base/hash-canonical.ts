import { createHash } from 'node:crypto';

/**
 * sha256 over what a value says as JSON, whatever the order of its keys and the layout of its file. It is taken piece by
 * piece, for an evaluation of thousands of findings is megabytes of text.
 */
export function hashCanonical(value: object): string {
  const hash = createHash('sha256');
  for (const piece of canonicalPieces(value)) hash.update(piece);
  return `sha256:${hash.digest('hex')}`;
}

function* canonicalPieces(value: object): Generator<string> {
  let before = '{';
  for (const [name, member] of Object.entries(value).toSorted(byName)) {
    if (member === undefined) continue;
    yield `${before}${JSON.stringify(name)}:`;
    if (Array.isArray(member)) yield* listInPieces(member);
    else yield JSON.stringify(inOrder(member));
    before = ',';
  }
  yield before === ',' ? '}' : '{}';
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** How many entries of a list make one piece. */
const together = 100;

function* listInPieces(list: readonly unknown[]): Generator<string> {
  yield '[';
  for (let from = 0; from < list.length; from += together) {
    const some = JSON.stringify(list.slice(from, from + together).map(inOrder));
    yield `${from === 0 ? '' : ','}${some.slice('['.length, -']'.length)}`;
  }
  yield ']';
}

/** A value in which the keys of all objects are in order; a list without objects is left as it is. What reads files lets no `__proto__` in. */
function inOrder(value: unknown): unknown {
  if (!isGroup(value)) return value;
  if (Array.isArray(value)) return value.some(isGroup) ? value.map(inOrder) : value;
  const ordered: Record<string, unknown> = {};
  for (const key of Object.keys(value).toSorted()) ordered[key] = inOrder(value[key]);
  return ordered;
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
