/** What a resolution of yarn 2 and later says: `name@protocol:rest::bindings`. */
export type YarnLocator = {
  /** The package's own name, also behind an alias or a patch. */
  readonly name: string;
  readonly kind: 'npm' | 'workspace' | 'folder' | 'address';
  /** The version, folder or address behind the name. */
  readonly rest: string;
  /** Where an archive comes from that is not the registry's usual one. */
  readonly archive: string | undefined;
  /** The product's own patch; yarn's built-in ones, which make packages work with it, do not count. */
  readonly patch: string | undefined;
  /** Whether yarn packs something else than what it got. */
  readonly isPatched: boolean;
};

/** Reads a resolution; a patch is that of the package which it changes. */
export function parseLocator(resolution: string, patches = 0): YarnLocator {
  const [descriptor, bindings] = splitAt(withoutVirtual(resolution), '::');
  const [name, range] = splitDescriptor(descriptor);
  const patched = /^patch:([^#]*)#?(.*)$/s.exec(range);
  if (patched !== null && patches < mostPatches) {
    const inner = parseLocator(unescape(patched[1] ?? ''), patches + 1);
    const own = (patched[2] ?? '').split('&').filter((path) => !/(?:^|[!~])builtin</.test(path));
    return { ...inner, patch: own.length === 0 ? inner.patch : own.join(' and '), isPatched: true };
  }
  const archive = new URLSearchParams(bindings).get('__archiveUrl') ?? undefined;
  const plain = { name, archive, patch: undefined, isPatched: false };
  const [, protocol = '', rest = ''] = /^([a-z]+):(.*)$/s.exec(range) ?? [];
  if (protocol === 'npm') return { ...plain, kind: 'npm', rest };
  if (protocol === 'workspace') return { ...plain, kind: 'workspace', rest };
  if (protocol === 'link' || protocol === 'portal' || protocol === 'exec') return { ...plain, kind: 'folder', rest };
  const isFolder = protocol === 'file' && !/\.(?:tgz|tar\.gz)(?:#|$)/.test(rest);
  return { ...plain, kind: isFolder ? 'folder' : 'address', rest: isFolder ? rest : range };
}

/** Nobody patches a patch as often. */
const mostPatches = 20;

/** The name and the range of a descriptor, `name@range`; what yarn binds to it behind `::` is no part of either. */
export function splitDescriptor(descriptor: string): readonly [name: string, range: string] {
  const [bare] = splitAt(descriptor, '::');
  const at = bare.indexOf('@', 1);
  return at === -1 ? [bare, ''] : [bare.slice(0, at), bare.slice(at + 1)];
}

/** The descriptor that a patch was made for: `a@patch:a@npm%3A^1.0.0#x` takes the place of `a@npm:^1.0.0`. */
export function patchedDescriptor(range: string): string | undefined {
  const source = /^patch:([^#]*)/.exec(range)?.[1];
  return source === undefined ? undefined : unescape(source);
}

/** A package beside certain peers: `a@virtual:<hash>#npm:1.0.0` is of `a@npm:1.0.0`. */
function withoutVirtual(resolution: string): string {
  const start = resolution.indexOf('@virtual:');
  const end = start === -1 ? -1 : resolution.indexOf('#', start);
  return end === -1 ? resolution : `${resolution.slice(0, start)}@${resolution.slice(end + 1)}`;
}

function splitAt(text: string, separator: string): readonly [string, string] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)];
}

function unescape(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
