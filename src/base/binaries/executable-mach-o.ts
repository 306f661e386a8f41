import type { RandomAccess } from '../../model/random-access.ts';
import type { ExecutableSection } from './executable-section.ts';
import { numbersIn, textAt } from './numbers-in.ts';
import { partOf } from './random-access.ts';

/** Reads the sections of a Mach-O file (Apple's loader.h and fat.h). Throws `RangeError`. */
export async function readMachO(content: RandomAccess): Promise<readonly ExecutableSection[] | undefined> {
  const head = await content.read(0, 64);
  const magic = numbersIn(head, false, false).whole(0);
  if (magic === 0xcafe_babe || magic === 0xcafe_babf) return readFirst(content, head, magic === 0xcafe_babf);
  const isLittle = (head[0] ?? 0) !== 0xfe;
  const is64 = numbersIn(head, isLittle, false).whole(0) === 0xfeed_facf;
  const numbers = numbersIn(head, isLittle, is64);
  const bytes = numbers.whole(20);
  if (bytes > mostCommands) return undefined;
  const commands = await content.read(is64 ? 32 : 28, bytes);
  return sectionsIn(commands, numbers.whole(16), isLittle, is64);
}

/** Commands of a loader are few and short. */
const mostCommands = 2 ** 20;

/** A class file of Java begins like a file for several processors, of which none is for more than a few dozen. */
function readFirst(content: RandomAccess, head: Uint8Array, is64: boolean) {
  const numbers = numbersIn(head, false, is64);
  if (numbers.whole(4) === 0 || numbers.whole(4) > 30) return undefined;
  const [start, bytes] = is64 ? [numbers.word(16), numbers.word(24)] : [numbers.whole(16), numbers.whole(20)];
  return readThin(partOf(content, start, bytes), start);
}

async function readThin(part: RandomAccess, start: number): Promise<readonly ExecutableSection[] | undefined> {
  const magic = Buffer.from(await part.read(0, 4)).toString('hex');
  if (magic.startsWith('cafeba')) return undefined;
  return (await readMachO(part))?.map((section) => ({ ...section, start: section.start + start }));
}

function sectionsIn(commands: Uint8Array, count: number, isLittle: boolean, is64: boolean): ExecutableSection[] {
  const numbers = numbersIn(commands, isLittle, is64);
  const sections: ExecutableSection[] = [];
  for (let at = 0, index = 0; index < count && at + 8 <= commands.length; index++) {
    const command = numbers.whole(at);
    const bytes = numbers.whole(at + 4);
    if (bytes < 8) break;
    if (command === (is64 ? 0x19 : 1))
      for (const each of segmentSections(commands.subarray(at, at + bytes), isLittle, is64)) sections.push(each);
    at += bytes;
  }
  return sections;
}

/** The second word of a protection is the right to write. */
function segmentSections(segment: Uint8Array, isLittle: boolean, is64: boolean): ExecutableSection[] {
  const numbers = numbersIn(segment, isLittle, is64);
  const [head, size, protection, count] = is64 ? [72, 80, 60, 64] : [56, 68, 44, 48];
  const held = Math.min(numbers.whole(count), Math.floor((segment.length - head) / size));
  return Array.from({ length: Math.max(0, held) }, (_, index) => {
    const at = head + index * size;
    return {
      name: textAt(segment, at, 16),
      address: numbers.word(at + 32),
      bytes: numbers.word(at + (is64 ? 40 : 36)),
      start: numbers.whole(at + (is64 ? 48 : 40)),
      writable: (numbers.whole(protection) & 2) !== 0,
    };
  });
}
