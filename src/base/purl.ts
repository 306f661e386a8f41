/** The parts of a package URL (ECMA-427), unescaped. */
export type PurlParts = {
  readonly type: string;
  readonly namespace?: string | undefined;
  readonly name: string;
  readonly version?: string | undefined;
  readonly qualifiers?: Readonly<Record<string, string | undefined>> | undefined;
  readonly subpath?: string | undefined;
};

/** Writes a canonical package URL: type rules applied, parts escaped, qualifiers sorted, empty ones left out. */
export function formatPurl(parts: PurlParts): string {
  const type = parts.type.toLowerCase();
  const { namespace, name } = normalise(type, parts.namespace, parts.name);
  const path = [...(namespace?.split('/') ?? []), name]
    .filter((segment) => segment !== '')
    .map(escape)
    .join('/');
  const version = parts.version ? `@${escape(parts.version)}` : '';
  const qualifiers = Object.entries(parts.qualifiers ?? {})
    .filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '')
    .map(([key, value]) => `${key.toLowerCase()}=${escape(value).replaceAll('%2F', '/')}`)
    .toSorted()
    .join('&');
  const subpath = parts.subpath
    ?.split('/')
    .filter((s) => s !== '' && s !== '.' && s !== '..')
    .map(escape)
    .join('/');
  return `pkg:${type}/${path}${version}${qualifiers && `?${qualifiers}`}${subpath ? `#${subpath}` : ''}`;
}

/** Reads a package URL; `undefined` when the text is none. */
export function parsePurl(text: string): PurlParts | undefined {
  const [beforeHash, subpath] = splitLast(text.trim(), '#');
  const [beforeQuery, query] = splitLast(beforeHash, '?');
  const scheme = /^pkg:\/*([A-Za-z][A-Za-z0-9.-]*)\/(.+)$/.exec(beforeQuery);
  if (!scheme) return undefined;
  const [, type = '', rest = ''] = scheme;
  const at = rest.lastIndexOf('@');
  const hasVersion = at > 0 && !rest.slice(at).includes('/');
  const path = (hasVersion ? rest.slice(0, at) : rest).split('/').filter((segment) => segment !== '');
  const name = path.at(-1);
  if (name === undefined) return undefined;
  const parts = {
    type: type.toLowerCase(),
    ...normalise(type.toLowerCase(), path.slice(0, -1).map(unescape).join('/') || undefined, unescape(name)),
    version: hasVersion ? unescape(rest.slice(at + 1)) || undefined : undefined,
    qualifiers: query === undefined ? undefined : readQualifiers(query),
    subpath: subpath === undefined ? undefined : unescape(subpath),
  };
  return parts;
}

/** A package URL without version, qualifiers and subpath: what a SOUP item is keyed by. */
export function packageOf(purl: string): string {
  const parts = parsePurl(purl);
  return parts === undefined ? purl : formatPurl({ type: parts.type, namespace: parts.namespace, name: parts.name });
}

function normalise(type: string, namespace: string | undefined, name: string) {
  if (type === 'pypi') return { namespace, name: name.toLowerCase().replaceAll('_', '-') };
  if (lowerCased.has(type)) return { namespace: namespace?.toLowerCase(), name: name.toLowerCase() };
  return { namespace: lowerNamespace.has(type) ? namespace?.toLowerCase() : namespace, name };
}

const lowerCased = new Set([
  'github',
  'gitlab',
  'bitbucket',
  'composer',
  'deb',
  'apk',
  'hex',
  'oci',
  'bitnami',
  'pub',
  'luarocks',
]);
const lowerNamespace = new Set(['rpm', 'alpm', 'qpkg']);

function escape(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%3A', ':');
}

function unescape(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function splitLast(text: string, separator: string): [string, string | undefined] {
  const at = text.lastIndexOf(separator);
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function readQualifiers(query: string): Record<string, string> {
  const pairs = query.split('&').map((pair) => {
    const at = pair.indexOf('=');
    return at === -1 ? undefined : ([pair.slice(0, at).toLowerCase(), unescape(pair.slice(at + 1))] as const);
  });
  return Object.fromEntries(pairs.filter((pair) => pair !== undefined && pair[1] !== '') as [string, string][]);
}
