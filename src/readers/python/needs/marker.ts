/** An environment marker (PEP 508, with the sets that PEP 751 adds), as a tree. */
export type Marker = Condition | { readonly kind: 'any' | 'all'; readonly of: readonly Marker[] };

/** One comparison, turned so that the variable stands first; `contains` and `lacks` say that the value is or is not in it. */
export type Condition = {
  readonly kind: 'condition';
  readonly variable: string;
  readonly operator: string;
  readonly value: string;
};

/** Reads a marker; `undefined` when it is none. */
export function readMarker(text: string): Marker | undefined {
  const words = text.match(/'[^']*'|"[^"]*"|[()]|[A-Za-z_][A-Za-z0-9_.]*|[<>=!~]+|[^\s()]/g) ?? [];
  const reading = { words, next: 0, depth: 0 };
  const marker = readAny(reading);
  return reading.next === words.length ? marker : undefined;
}

/** Whether a marker holds where `holds` tells it of each condition. */
export function isMet(marker: Marker, holds: (condition: Condition) => boolean): boolean {
  if (marker.kind === 'condition') return holds(marker);
  return marker.kind === 'any'
    ? marker.of.some((part) => isMet(part, holds))
    : marker.of.every((part) => isMet(part, holds));
}

type MarkerReading = { readonly words: readonly string[]; next: number; depth: number };

/** No real marker nests this deeply. */
const deepest = 50;

function readAny(reading: MarkerReading): Marker | undefined {
  return readJoined(reading, 'or', 'any', () => readJoined(reading, 'and', 'all', () => readOne(reading)));
}

function readJoined(
  reading: MarkerReading,
  word: string,
  kind: 'any' | 'all',
  readPart: () => Marker | undefined,
): Marker | undefined {
  const of: Marker[] = [];
  do {
    const part = readPart();
    if (part === undefined) return undefined;
    of.push(part);
  } while (take(reading, word));
  return of.length === 1 ? of[0] : { kind, of };
}

function readOne(reading: MarkerReading): Marker | undefined {
  if (!take(reading, '(')) return readCondition(reading);
  if (++reading.depth > deepest) return undefined;
  const inner = readAny(reading);
  reading.depth--;
  return take(reading, ')') ? inner : undefined;
}

function readCondition(reading: MarkerReading): Condition | undefined {
  const left = reading.words[reading.next++];
  const isNot = take(reading, 'not');
  const sign = reading.words[reading.next++];
  const right = reading.words[reading.next++];
  if (left === undefined || sign === undefined || right === undefined || !isOperator(sign, isNot)) return undefined;
  const [first, second] = [unquote(left), unquote(right)];
  if (first === undefined && second !== undefined)
    return { kind: 'condition', variable: left, operator: isNot ? 'not in' : sign, value: second };
  if (first === undefined || second !== undefined) return undefined;
  const turned = sign !== 'in' ? (mirrored.get(sign) ?? sign) : isNot ? 'lacks' : 'contains';
  return { kind: 'condition', variable: right, operator: turned, value: first };
}

function isOperator(sign: string, isNot: boolean): boolean {
  return sign === 'in' || (!isNot && /^(?:===|[~=!<>]=|[<>])$/.test(sign));
}

const mirrored = new Map([
  ['<', '>'],
  ['>', '<'],
  ['<=', '>='],
  ['>=', '<='],
]);

function take(reading: MarkerReading, word: string): boolean {
  if (reading.words[reading.next] !== word) return false;
  reading.next++;
  return true;
}

function unquote(word: string): string | undefined {
  return /^(?:'.*'|".*")$/s.test(word) ? word.slice(1, -1) : undefined;
}
