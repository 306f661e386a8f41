import type { RandomAccess } from '../../model/random-access.ts';
import type { ExecutableSection } from './executable-section.ts';
import { numbersIn, textAt } from './numbers-in.ts';

/** Reads the sections and loaded segments of an ELF file (System V ABI, chapter 4 and 5). Throws `RangeError`. */
export async function readElf(content: RandomAccess): Promise<readonly ExecutableSection[]> {
  const head = await content.read(0, 64);
  const is64 = head[4] === 2;
  const numbers = numbersIn(head, head[5] !== 2, is64);
  const tables = is64
    ? { segments: numbers.word(32), sections: numbers.word(40), counts: 54 }
    : { segments: numbers.word(28), sections: numbers.word(32), counts: 42 };
  const [segmentBytes, segmentCount, sectionBytes, sectionCount, names] = [0, 2, 4, 6, 8].map((at) =>
    numbers.half(tables.counts + at),
  ) as [number, number, number, number, number];
  const layout = { content, isLittle: head[5] !== 2, is64 };
  const sections = await readTable(layout, tables.sections, sectionBytes, sectionCount, elfSection);
  const strings = sections[names];
  const texts =
    strings === undefined ? new Uint8Array(0) : await content.read(strings.start, Math.min(strings.bytes, mostNames));
  const segments = await readTable(layout, tables.segments, segmentBytes, segmentCount, elfSegment);
  return [
    ...sections.map(({ name, ...section }) => ({ ...section, name: textAt(texts, name) })),
    ...segments.filter(({ loaded }) => loaded),
  ];
}

/** Names of sections are few and short. */
const mostNames = 2 ** 20;

type Layout = { readonly content: RandomAccess; readonly isLittle: boolean; readonly is64: boolean };

type Numbers = ReturnType<typeof numbersIn>;

async function readTable<T>(
  { content, isLittle, is64 }: Layout,
  start: number,
  bytes: number,
  count: number,
  read: (numbers: Numbers, at: number, is64: boolean) => T,
): Promise<readonly T[]> {
  if (start === 0 || bytes === 0) return [];
  const numbers = numbersIn(await content.read(start, bytes * count), isLittle, is64);
  return Array.from({ length: count }, (_, index) => read(numbers, index * bytes, is64));
}

/** Type 8 has no bytes in the file. */
function elfSection({ whole, word }: Numbers, at: number, is64: boolean) {
  const [flags, address, start, bytes] = (is64 ? [8, 16, 24, 32] : [8, 12, 16, 20]).map((offset) =>
    word(at + offset),
  ) as [number, number, number, number];
  return {
    name: whole(at),
    address,
    start,
    bytes: whole(at + 4) === 8 ? 0 : bytes,
    writable: (flags & 1) !== 0,
  };
}

function elfSegment({ whole, word }: Numbers, at: number, is64: boolean) {
  const [flags, start, address, bytes] = is64 ? [4, 8, 16, 32] : [24, 4, 8, 16];
  return {
    name: '',
    loaded: whole(at) === 1,
    start: word(at + (start ?? 0)),
    address: word(at + (address ?? 0)),
    bytes: word(at + (bytes ?? 0)),
    writable: (whole(at + (flags ?? 0)) & 2) !== 0,
  };
}
