import { onceForText } from '../remembering/once-for-text.ts';
import { purlTypes, type PurlType, type Spelling } from './purl-types.ts';

/** The parts of a package URL (ECMA-427), unescaped; type and name are not empty. */
export type PurlParts = {
  readonly type: string;
  readonly namespace?: string | undefined;
  readonly name: string;
  readonly version?: string | undefined;
  readonly qualifiers?: Readonly<Record<string, string | undefined>> | undefined;
  readonly subpath?: string | undefined;
};

/**
 * Writes a package URL in canonical form: parts spelt by the rules of their type and escaped, qualifiers sorted, empty
 * ones left out. What breaks a rule is written all the same, and refused by `parsePurl`.
 */
export function formatPurl(parts: PurlParts): string {
  const { type, namespace, name, version, qualifiers, subpath } = spell(parts);
  const before = namespace === undefined || name === '' ? '' : `${escapePath(namespace)}/`;
  const own = purlTypes.get(type)?.border === 'first' ? escapePath(name) : escape(name);
  const after = version === undefined ? '' : `@${escape(version)}`;
  const query = qualifiers === undefined ? '' : formatQualifiers(qualifiers);
  return `pkg:${escape(type)}/${before}${own}${after}${query}${subpath === undefined ? '' : `#${escapePath(subpath)}`}`;
}

/**
 * Reads a package URL and spells its parts as in canonical form; `undefined` when the text is none or breaks a rule of
 * its type. What leaves no doubt is forgiven: slashes and capitals to spare, characters that should be escaped.
 */
export function parsePurl(text: string): PurlParts | undefined {
  const [beforeHash, subpath = ''] = splitAt(text.trim(), '#');
  const [beforeQuery, query = ''] = splitAt(beforeHash, '?');
  const [, type, rest] = /^pkg:\/*([a-z][a-z0-9.-]*)\/(.+)$/is.exec(beforeQuery) ?? [];
  if (type === undefined || rest === undefined || !isDecodable(text)) return undefined;
  const at = startOfVersion(rest);
  const path = cleanPath(rest.slice(0, at));
  const qualifiers = query === '' ? {} : readQualifiers(query);
  if (path === undefined || qualifiers === undefined || (rest[at] === '@' && rest[at - 1] === '/')) return undefined;
  const border = path.lastIndexOf('/');
  const parts = spell({
    type,
    namespace: unescape(path.slice(0, Math.max(border, 0))),
    name: unescape(path.slice(border + 1)),
    version: unescape(rest.slice(at + 1)),
    qualifiers: Object.keys(qualifiers).length === 0 ? undefined : qualifiers,
    subpath: unescape(subpath),
  });
  return isPermitted(parts) ? parts : undefined;
}

/**
 * A package URL without version, qualifiers and subpath: what a SOUP item is keyed by. Any other text stays as it is;
 * faults behind the name are not looked for.
 */
export const packageOf = onceForText(findPackage);

function findPackage(purl: string): string {
  const end = purl.search(/[@?#]/);
  const before = end === -1 ? purl : purl.slice(0, end);
  if (purl.lastIndexOf('@') <= end && isCanonicalPackage(before)) return before;
  const parts = parsePurl(purl);
  return parts === undefined ? purl : formatPurl({ type: parts.type, namespace: parts.namespace, name: parts.name });
}

/** Whether a text is a package URL of a plain kind in canonical form; others are left to the thorough way. */
function isCanonicalPackage(purl: string): boolean {
  if (!/^pkg:[a-z][a-z0-9.-]*\/(?:[a-z0-9._~:/-]|%40)+$/.test(purl)) return false;
  const slash = purl.indexOf('/');
  const last = purl.lastIndexOf('/');
  const namespace = slash === last ? undefined : purl.slice(slash + 1, last);
  const name = purl.slice(last + 1);
  const spelt = spell({ type: purl.slice(4, slash), namespace, name });
  return spelt.namespace === namespace && spelt.name === name && isPermitted(spelt);
}

function spell(parts: PurlParts): PurlParts {
  const { version, qualifiers, subpath } = parts;
  const type = parts.type.toLowerCase();
  const rule = purlTypes.get(type);
  const { namespace, name } = placeBorder(rule, cleanPath(parts.namespace), parts.name);
  const spelling = rule?.spelling;
  return {
    type,
    namespace: spellPart(spelling?.namespace, namespace, qualifiers),
    name: spellPart(spelling?.name, name, qualifiers) ?? '',
    version: spellPart(spelling?.version, version, qualifiers) || undefined,
    qualifiers,
    subpath: spellPart(spelling?.subpath, cleanPath(subpath, ['.', '..']), qualifiers),
  };
}

function spellPart(spelling: Spelling | undefined, text: string | undefined, qualifiers: PurlParts['qualifiers']) {
  return text && (spelling?.(text, qualifiers) ?? text);
}

/** Namespace and name are one path in the types that have both; a slash of it that is written %2F is a slash all the same. */
function placeBorder(rule: PurlType | undefined, namespace: string | undefined, written: string) {
  const name = trimSlashes(written);
  if (name === '' || rule === undefined || rule.namespace === 'forbidden') return { namespace, name };
  if (rule.border !== 'first' && !name.includes('/')) return { namespace, name };
  const path = cleanPath(`${namespace ?? ''}/${name}`) ?? '';
  const at = rule.border === 'first' ? path.indexOf('/') : path.lastIndexOf('/');
  return { namespace: at === -1 ? undefined : path.slice(0, at), name: path.slice(at + 1) };
}

function isPermitted({ type, namespace, name, version }: PurlParts): boolean {
  const rule = purlTypes.get(type);
  if (name === '') return false;
  if (rule === undefined) return true;
  if (rule.namespace === (namespace === undefined ? 'required' : 'forbidden')) return false;
  const { permitted } = rule;
  return (
    permitted?.name?.test(name) !== false && (version === undefined || permitted?.version?.test(version) !== false)
  );
}

/** Where the version begins, at the last `@`; at the end without one. The `@` of an npm scope belongs to the namespace. */
function startOfVersion(rest: string): number {
  const at = rest.lastIndexOf('@');
  const opensSegment = at === 0 || rest[at - 1] === '/';
  return at === -1 || (opensSegment && rest.includes('/', at)) ? rest.length : at;
}

/** Reads `key=value` pairs, of which one without a value is as good as absent; `undefined` for a key that is none or stands twice. */
function readQualifiers(query: string): Readonly<Record<string, string>> | undefined {
  const qualifiers: Record<string, string> = {};
  for (const pair of query.split('&')) {
    const [written, value = ''] = splitAt(pair, '=');
    const key = written.toLowerCase();
    if (value === '') continue;
    if (!/^[a-z][a-z0-9._-]*$/i.test(written) || Object.hasOwn(qualifiers, key)) return undefined;
    qualifiers[key] = unescape(value);
  }
  return qualifiers;
}

function formatQualifiers(qualifiers: Readonly<Record<string, string | undefined>>): string {
  const pairs = Object.entries(qualifiers)
    .flatMap(([key, value]) => (value ? [{ key: key.toLowerCase(), value }] : []))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  return pairs.length === 0 ? '' : `?${pairs.map(({ key, value }) => `${escape(key)}=${escape(value)}`).join('&')}`;
}

/** A path without empty segments and those that are named; `undefined` when nothing is left. */
function cleanPath(path: string | undefined, without: readonly string[] = []): string | undefined {
  if (!path) return undefined;
  if (without.length === 0 && !/^\/|\/\/|\/$/.test(path)) return path;
  const kept = path.split('/').filter((segment) => segment !== '' && !without.includes(segment));
  return kept.length === 0 ? undefined : kept.join('/');
}

function trimSlashes(text: string): string {
  let [from, to] = [0, text.length];
  while (text[from] === '/') from++;
  while (to > from && text[to - 1] === '/') to--;
  return text.slice(from, to);
}

function escapePath(path: string): string {
  if (/^[A-Za-z0-9._~:/-]*$/.test(path)) return path;
  return path.split('/').map(escape).join('/');
}

/** Leaves letters, digits, `.-_~` and the colon; everything else is percent-encoded as UTF-8 (5.4). */
function escape(text: string): string {
  if (/^[A-Za-z0-9._~:-]*$/.test(text)) return text;
  return encodeURIComponent(text.toWellFormed())
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%3A', ':');
}

/** Of a text that `isDecodable`. */
function unescape(text: string): string {
  return text.includes('%') ? decodeURIComponent(text) : text;
}

function isDecodable(text: string): boolean {
  if (!text.includes('%')) return true;
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

function splitAt(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
