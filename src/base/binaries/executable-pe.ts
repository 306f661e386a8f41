import type { RandomAccess } from '../../model/random-access.ts';
import type { ExecutableSection } from './executable-section.ts';
import { numbersIn, textAt } from './numbers-in.ts';

/** Reads the sections of a PE file (Microsoft PE and COFF specification). Throws `RangeError`. */
export async function readPe(content: RandomAccess): Promise<readonly ExecutableSection[] | undefined> {
  const header = numbersIn(await content.read(0, 64), true, false).whole(60);
  const head = await content.read(header, 24 + 32);
  const numbers = numbersIn(head, true, true);
  if (numbers.whole(0) !== 0x4550) return undefined;
  const count = numbers.half(6);
  const optional = numbers.half(20);
  const base = numbers.half(24) === 0x20b ? numbers.long(24 + 24) : numbers.whole(24 + 28);
  const table = await content.read(header + 24 + optional, 40 * count);
  const fields = numbersIn(table, true, true);
  return Array.from({ length: count }, (_, index) => {
    const at = index * 40;
    return {
      name: textAt(table, at, 8),
      address: base + fields.whole(at + 12),
      start: fields.whole(at + 20),
      bytes: fields.whole(at + 16),
      writable: (fields.whole(at + 36) & 0x8000_0000) !== 0,
    };
  });
}
