import type { RandomAccess } from '../../model/random-access.ts';
import { readElf } from './executable-elf.ts';
import { readMachO } from './executable-mach-o.ts';
import type { ExecutableSection } from './executable-section.ts';
import { readPe } from './executable-pe.ts';

/** A program or library that a system can load, by its headers. */
export type Executable = {
  /** Sections, and segments without a name; of what is only in memory `bytes` is zero. */
  readonly sections: readonly ExecutableSection[];
  /** The bytes of a section; fewer where the file ends. */
  readonly contentOf: (section: ExecutableSection, most?: number) => Promise<Uint8Array>;
  /** The bytes at an address in memory; `undefined` when no section holds them all. */
  readonly atAddress: (address: number, length: number) => Promise<Uint8Array | undefined>;
};

/** Reads the headers of an ELF, PE or Mach-O file; `undefined` for anything else, and for one that is damaged. */
export async function openExecutable(content: RandomAccess): Promise<Executable | undefined> {
  const head = await content.read(0, 4);
  const read = formats.find(({ magic }) => magic.test(Buffer.from(head).toString('latin1')))?.read;
  try {
    const sections = await read?.(content);
    return sections === undefined ? undefined : executableOf(content, sections);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** How each format begins; of a Mach-O for several processors the first is read. */
const formats = [
  { magic: /^\x7fELF/, read: readElf },
  { magic: /^MZ/, read: readPe },
  { magic: /^(?:\xfe\xed\xfa[\xce\xcf]|[\xce\xcf]\xfa\xed\xfe|\xca\xfe\xba[\xbe\xbf])/, read: readMachO },
];

function executableOf(content: RandomAccess, sections: readonly ExecutableSection[]): Executable {
  return {
    sections,
    contentOf: ({ start, bytes }, most = bytes) => content.read(start, Math.min(bytes, most)),
    atAddress: async (address, length) => {
      const section = sections.find((one) => one.address <= address && address + length <= one.address + one.bytes);
      if (section === undefined) return undefined;
      const bytes = await content.read(section.start + address - section.address, length);
      return bytes.length === length ? bytes : undefined;
    },
  };
}
