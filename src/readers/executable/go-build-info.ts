import type { ExecutableSection } from '../../base/binaries/executable-section.ts';
import type { Executable } from '../../base/binaries/executable.ts';
import { numbersIn } from '../../base/binaries/numbers-in.ts';

/** What Go writes into each program that it builds: its own version, and the list of modules as it prints it. */
export type GoBuildInfo = { readonly version: string; readonly modules: string };

/** What was embedded cannot be used, and why. */
export type Broken = { readonly reason: string };

/**
 * Finds the build information of Go (`runtime/debug.BuildInfo`): since Go 1.18 the texts stand behind the mark, before
 * that pointers to them. `undefined` where there is none.
 */
export async function goBuildInfo(file: Executable): Promise<GoBuildInfo | Broken | undefined> {
  for (const section of candidates(file)) {
    const bytes = await file.contentOf(section, mostSearched);
    const at = markIn(bytes);
    if (at !== undefined) return readAt(file, section, at, bytes);
  }
  return undefined;
}

/** Linkers give the mark a section of its own, or put it in front of the data. */
function candidates({ sections }: Executable): readonly ExecutableSection[] {
  const own = sections.filter(({ name }) => name === '.go.buildinfo' || name === '__go_buildinfo');
  return own.length > 0 ? own : sections.filter(({ writable, bytes }) => writable && bytes > 0).slice(0, 4);
}

const mark = Buffer.from('\xff Go buildinf:', 'latin1');

/** As far as Go itself looks for the mark. */
const mostSearched = 2 ** 20;

/** The mark is aligned to 16 bytes. */
function markIn(bytes: Uint8Array): number | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = buffer.indexOf(mark); at !== -1; at = buffer.indexOf(mark, at + 1)) if (at % 16 === 0) return at;
  return undefined;
}

const headBytes = 32;

async function readAt(
  file: Executable,
  section: ExecutableSection,
  at: number,
  bytes: Uint8Array,
): Promise<GoBuildInfo | Broken> {
  const [pointerBytes = 0, flags = 0] = bytes.subarray(at + 14, at + 16);
  const texts =
    (flags & 2) === 0
      ? await pointedTexts(file, bytes.subarray(at + 16, at + headBytes), pointerBytes, (flags & 1) === 0)
      : await inlineTexts(file, section, at + headBytes);
  return texts ?? { reason: 'the build information of Go in it is cut off' };
}

/** No list of modules comes near. */
const longestText = 2 ** 24;

async function inlineTexts(
  file: Executable,
  { start, bytes }: ExecutableSection,
  from: number,
): Promise<GoBuildInfo | undefined> {
  const rest = { name: '', address: 0, start: start + from, bytes: bytes - from, writable: false };
  const content = await file.contentOf(rest, longestText);
  const version = lengthAndText(content, 0);
  const modules = version === undefined ? undefined : lengthAndText(content, version.end);
  return version === undefined || modules === undefined
    ? undefined
    : { version: version.text.toString(), modules: withoutMarks(modules.text) };
}

/** A text behind its length, which is written in groups of seven bits, the lowest first. */
function lengthAndText(bytes: Uint8Array, from: number): { readonly text: Buffer; readonly end: number } | undefined {
  let [length, at] = [0, from];
  for (let factor = 1; at < from + 5; factor *= 128) {
    const byte = bytes[at++];
    if (byte === undefined) return undefined;
    length += (byte & 0x7f) * factor;
    if (byte < 0x80) break;
  }
  const end = at + length;
  return end > bytes.length ? undefined : { text: Buffer.from(bytes.subarray(at, end)), end };
}

async function pointedTexts(
  file: Executable,
  pointers: Uint8Array,
  pointerBytes: number,
  isLittle: boolean,
): Promise<GoBuildInfo | undefined> {
  if (pointerBytes !== 4 && pointerBytes !== 8) return undefined;
  const words = wordsOf(pointers, 2, pointerBytes, isLittle);
  const [version, modules] = await Promise.all(
    words.map((address) => textBehind(file, address, pointerBytes, isLittle)),
  );
  return version === undefined || modules === undefined
    ? undefined
    : { version: version.toString(), modules: withoutMarks(modules) };
}

/** A string of Go is the address of its bytes and their number. */
async function textBehind(file: Executable, address: number, pointerBytes: number, isLittle: boolean) {
  const header = await file.atAddress(address, 2 * pointerBytes);
  const [start = 0, length = 0] = header === undefined ? [] : wordsOf(header, 2, pointerBytes, isLittle);
  if (header === undefined || length > longestText) return undefined;
  const bytes = length === 0 ? new Uint8Array(0) : await file.atAddress(start, length);
  return bytes === undefined ? undefined : Buffer.from(bytes);
}

function wordsOf(bytes: Uint8Array, count: number, pointerBytes: number, isLittle: boolean): readonly number[] {
  if (bytes.length < count * pointerBytes) return [];
  const { word } = numbersIn(bytes, isLittle, pointerBytes === 8);
  return Array.from({ length: count }, (_, index) => word(index * pointerBytes));
}

/** The list stands between two marks of 16 bytes; a program that was built without modules has none. */
function withoutMarks(modules: Buffer): string {
  const isMarked = modules.length >= 33 && modules[modules.length - 17] === 0x0a;
  return isMarked ? modules.subarray(16, -16).toString() : '';
}
