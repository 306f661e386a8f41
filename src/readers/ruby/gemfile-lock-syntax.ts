import { mergeConflict } from '../../base/formats/merge-conflict.ts';
import { quote } from '../../base/quote.ts';

/** A Gemfile.lock as Bundler's own reader divides it. */
export type GemfileLock = {
  readonly sources: readonly LockedSource[];
  readonly dependencies: readonly { readonly name: string; readonly line: number }[];
  /** By what `checksumKey` makes of a gem: `sha256=…`, several after a comma. */
  readonly checksums: ReadonlyMap<string, string>;
  /** Below RUBY VERSION and BUNDLED WITH. */
  readonly ruby: LockedText | undefined;
  readonly bundler: LockedText | undefined;
  readonly problems: readonly { readonly line: number; readonly message: string }[];
};

/** A section of gems that come from one place. */
export type LockedSource = {
  readonly kind: 'GEM' | 'GIT' | 'PATH' | 'PLUGIN SOURCE';
  readonly line: number;
  /** `remote`, `revision`, `branch` …, in order; `remote` may stand more than once. */
  readonly options: readonly (readonly [key: string, value: string])[];
  readonly specs: readonly LockedSpec[];
};

/** A gem, for one platform; the platform of those that run on any is `undefined`. */
export type LockedSpec = {
  readonly name: string;
  readonly version: string;
  readonly platform: string | undefined;
  readonly line: number;
  readonly needs: readonly string[];
};

type LockedText = { readonly text: string; readonly line: number };

/** Reads a Gemfile.lock, as Bundler 1 to 4 write it; a text that is none is refused with the line. */
export function parseGemfileLock(
  text: string,
): GemfileLock | { readonly message: string; readonly at: { readonly line: number } } {
  const lines = text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  const conflict = mergeConflict(text);
  if (conflict !== undefined) return { message: 'it holds a merge conflict', at: { line: conflict } };
  if (text.trim() === '') return { message: 'the file is empty', at: { line: 1 } };
  const reading = emptyReading();
  for (const [index, line] of lines.entries()) if (line.trim() !== '') readLine(line, index + 1, reading);
  if (reading.sections.has('DEPENDENCIES')) return reading;
  return reading.sections.size === 0
    ? { message: 'it holds none of the sections of a Gemfile.lock', at: { line: 1 } }
    : { message: 'it ends before its section DEPENDENCIES', at: { line: lines.length } };
}

/** The key of a gem's checksum. */
export function checksumKey({ name, version, platform }: Omit<LockedSpec, 'line' | 'needs'>): string {
  return `${name} ${version}${platform === undefined ? '' : `-${platform}`}`;
}

const sourceKinds: ReadonlySet<string> = new Set(['GEM', 'GIT', 'PATH', 'PLUGIN SOURCE']);
const otherSections: ReadonlySet<string> = new Set([
  'PLATFORMS',
  'DEPENDENCIES',
  'CHECKSUMS',
  'RUBY VERSION',
  'BUNDLED WITH',
]);

type Spec = Omit<LockedSpec, 'needs'> & { readonly needs: string[] };
type Source = Omit<LockedSource, 'options' | 'specs'> & {
  readonly options: [string, string][];
  readonly specs: Spec[];
};
type Reading = ReturnType<typeof emptyReading>;

function emptyReading() {
  return {
    section: '',
    sections: new Set<string>(),
    sources: [] as Source[],
    dependencies: [] as { name: string; line: number }[],
    checksums: new Map<string, string>(),
    ruby: undefined as LockedText | undefined,
    bundler: undefined as LockedText | undefined,
    problems: [] as { line: number; message: string }[],
  };
}

function readLine(written: string, line: number, reading: Reading): void {
  const text = written.trim();
  if (!written.startsWith(' ')) {
    startSection(text, line, reading);
    return;
  }
  const { section, problems } = reading;
  const understood = sourceKinds.has(section)
    ? readInSource(written, line, reading)
    : readInSection(text, line, reading);
  if (!understood) problems.push({ line, message: `the line ${quote(text)} in ${section} is not understood` });
}

function startSection(text: string, line: number, reading: Reading): void {
  reading.section = text;
  if (isSourceKind(text)) reading.sources.push({ kind: text, line, options: [], specs: [] });
  if (sourceKinds.has(text) || otherSections.has(text)) reading.sections.add(text);
  else
    reading.problems.push({ line, message: `the section ${quote(text)} is not known; what stands in it was left out` });
}

function isSourceKind(text: string): text is LockedSource['kind'] {
  return sourceKinds.has(text);
}

function readInSource(written: string, line: number, { sources }: Reading): boolean {
  const source = sources.at(-1);
  const [, indent = '', text = ''] = /^( +)(.*)$/s.exec(written) ?? [];
  if (indent === '  ') {
    const [, key, value = ''] = /^([\w-]+):(?: (.*))?$/.exec(text) ?? [];
    if (key !== undefined && key !== 'specs') source?.options.push([key, value]);
    return key !== undefined;
  }
  const { name, version, platform } = readGem(text);
  if (indent === '      ') {
    const spec = source?.specs.at(-1);
    spec?.needs.push(name);
    return spec !== undefined;
  }
  if (indent !== '    ' || version === undefined) return false;
  source?.specs.push({ name, version, platform, line, needs: [] });
  return true;
}

/** A line of another section; that of one that is not known was told with its heading. */
function readInSection(text: string, line: number, reading: Reading): boolean {
  switch (reading.section) {
    case 'DEPENDENCIES':
      reading.dependencies.push({ name: readGem(text.replace(/!$/, '')).name, line });
      return true;
    case 'CHECKSUMS': {
      const [, gem, sums] = /^(\S+ \([^)]*\))(?: (\S+))?$/.exec(text) ?? [];
      const { name, version, platform } = readGem(gem ?? '');
      if (version === undefined) return false;
      if (sums !== undefined) reading.checksums.set(checksumKey({ name, version, platform }), sums);
      return true;
    }
    case 'RUBY VERSION':
      reading.ruby = { text, line };
      return true;
    case 'BUNDLED WITH':
      reading.bundler = { text, line };
      return true;
    default:
      return true;
  }
}

/** `name (version-platform)` or `name (requirement)` or `name`; a version holds no hyphen. */
function readGem(text: string) {
  const space = text.indexOf(' ');
  if (space === -1) return { name: text, version: undefined, platform: undefined };
  const [, version, platform] = /^\(([^-)]+)(?:-([^)]+))?\)$/.exec(text.slice(space + 1)) ?? [];
  return { name: text.slice(0, space), version, platform };
}
