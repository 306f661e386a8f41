import { globs } from '../../base/paths/glob.ts';

/** The version that a file of a runtime tells, where, and who built it. */
export type RuntimeVersion = {
  readonly version: string;
  readonly line: number;
  readonly supplier?: string | undefined;
};

/** A file that tells the version of a runtime: how it is named, and how it is read. */
export type RuntimeForm = {
  readonly name: string;
  readonly isMine: (path: string) => boolean;
  /** Others may use the name for something else. */
  readonly read: (text: string) => RuntimeVersion | 'another file' | undefined;
};

/** The files that tell the version of a runtime, one for each. */
export const runtimeForms: readonly RuntimeForm[] = [
  form('node', '**/include/node/node_version.h', (text) => numbers(text, nodeNumbers)),
  form('python', '**/include/python*/patchlevel.h', (text) => match(text, /^#define PY_VERSION[ \t]+"([^"\s]+)"/m)),
  form('php', '**/include/php/main/php_version.h', (text) => match(text, /^#define PHP_VERSION "([^"\s]+)"/m)),
  form('ruby', '**/lib/ruby/*/*/rbconfig.rb', (text) => numbers(text, rubyNumbers) ?? 'another file'),
  form('R', '**/R/library/base/DESCRIPTION', (text) => match(text, /^Version: ([^\s]+)/m)),
  form('erlang', '**/releases/*/OTP_VERSION', (text) => match(text, /^(\d[\w.-]*)/)),
  form('go', '**/go/VERSION', (text) => match(text, /^go(\d[\w.-]*)/) ?? 'another file'),
  form('openjdk', '**/release', (text) => {
    const found = match(text, /^JAVA_VERSION="([^"\s]+)"/m);
    return found === undefined ? 'another file' : { ...found, supplier: /^IMPLEMENTOR="([^"\n]+)"/m.exec(text)?.[1] };
  }),
];

function form(name: string, files: string, read: RuntimeForm['read']): RuntimeForm {
  const matches = globs([files]);
  return { name, isMine: (path) => matches(path) && !isHeaderCache.test(path), read };
}

/** Where node-gyp keeps the headers of runtimes that it builds for. */
const isHeaderCache = /gyp\//;

const nodeNumbers = ['MAJOR', 'MINOR', 'PATCH'].map((part) => new RegExp(`^#define NODE_${part}_VERSION (\\d+)$`, 'm'));

/** The whole version is put together of these when Ruby runs. */
const rubyNumbers = ['MAJOR', 'MINOR', 'TEENY'].map((part) => new RegExp(`^ *CONFIG\\["${part}"\\] = "(\\d+)"$`, 'm'));

/** A version of which each number stands on a line of its own. */
function numbers(text: string, patterns: readonly RegExp[]): RuntimeVersion | undefined {
  const found = patterns.map((pattern) => match(text, pattern));
  const [first] = found;
  const parts = found.flatMap((part) => part?.version ?? []);
  return first === undefined || parts.length < patterns.length
    ? undefined
    : { version: parts.join('.'), line: first.line };
}

function match(text: string, pattern: RegExp): RuntimeVersion | undefined {
  const found = pattern.exec(text.replaceAll('\r\n', '\n'));
  if (found?.[1] === undefined) return undefined;
  return { version: found[1], line: found.input.slice(0, found.index).split('\n').length };
}
