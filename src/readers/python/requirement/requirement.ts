import { quote } from '../../../base/quote.ts';
import { readHash, registryName } from '../pypi-package.ts';
import { isSource, labelOf, sourceAt, type RequirementSource } from './requirement-source.ts';
import { readSpecifiers } from './requirement-specifiers.ts';

/** A package that a requirements file asks for. */
export type Requirement = RequirementSource & {
  readonly kind: 'requirement';
  readonly type: 'pypi' | 'generic';
  readonly name: string;
  /** An environment marker says where it is asked for. */
  readonly conditional: boolean;
  /** What of the line could not be used. */
  readonly problems: readonly string[];
};

/** What a line of a requirements file says, or why it says nothing. */
export type Statement =
  | Requirement
  | { readonly kind: 'include'; readonly file: string }
  | { readonly kind: 'constraints'; readonly file: string }
  /** A folder of the product whose package is not named here. */
  | { readonly kind: 'unnamed'; readonly folder: string }
  | { readonly kind: 'setting' }
  | { readonly kind: 'problem'; readonly message: string };

/** Reads one line of a requirements file: a requirement specifier (PEP 508), an address or path, or an option of pip. */
export function readStatement(text: string): Statement {
  if (!text.startsWith('-')) return readRequirement(text, false);
  const [, option = '', value = ''] = /^(-[A-Za-z]|--[A-Za-z-]+)(?:\s+|=)?(.*)$/s.exec(text) ?? [];
  const argument = value.replace(/^(["'])(.*)\1$/s, '$2');
  if (option === '-r' || option === '--requirement') return { kind: 'include', file: argument };
  if (option === '-c' || option === '--constraint') return { kind: 'constraints', file: argument };
  if (option === '-e' || option === '--editable') return readRequirement(argument, true);
  if (settings.has(option)) return { kind: 'setting' };
  return { kind: 'problem', message: `the option ${quote(option)} is none that pip allows in a requirements file` };
}

/** What pip 1 to 26 and uv allow on a line of its own, and what does not change which packages are asked for. */
const settings = new Set(
  `-i --index-url --pypi-url --extra-index-url --index --default-index --no-index -f --find-links --trusted-host
  --no-binary --only-binary --prefer-binary --pre --all-releases --only-final --require-hashes --no-require-hashes
  --use-feature --process-dependency-links --use-wheel --no-use-wheel --always-unzip -Z`.split(/\s+/),
);

function readRequirement(text: string, editable: boolean): Statement {
  const optionsAt = text.search(/\s--?[A-Za-z]/);
  const body = optionsAt === -1 ? text : text.slice(0, optionsAt).trim();
  const digests = readDigests(optionsAt === -1 ? '' : text.slice(optionsAt));
  const [head, name = ''] = /^([A-Za-z0-9][A-Za-z0-9._-]*)\s*(?:\[[^\]]*\])?/.exec(body) ?? [''];
  const rest = body.slice(head.length).trimStart();
  const statement =
    head !== '' && rest.startsWith('@')
      ? fromSource(rest.slice(1), registryName(name), editable, digests)
      : editable || isSource(body.split(/\s;/)[0] ?? '')
        ? fromSource(body, undefined, editable, digests)
        : fromRegistry(name, rest, digests);
  return statement ?? { kind: 'problem', message: `${quote(body)} is no requirement` };
}

function fromSource(
  text: string,
  asked: string | undefined,
  editable: boolean,
  { hashes, problems }: Digests,
): Statement | undefined {
  const [address = '', marker] = text.split(/\s;(.*)/s);
  const bare = address.trim().replace(/\[[^[\]]*\]$/, '');
  if (bare === '') return undefined;
  const source = sourceAt(bare, asked, editable, hashes);
  if (source.name === undefined && source.own) return { kind: 'unnamed', folder: bare };
  return {
    ...source,
    kind: 'requirement',
    type: source.name === undefined ? 'generic' : 'pypi',
    name: source.name ?? labelOf(source),
    conditional: marker !== undefined,
    problems: source.name === undefined ? problems.concat(`${quote(bare)} ${nameless}`) : problems,
  };
}

const nameless = "names no package; it is listed by its address, and no registry's advisories fit it";

function fromRegistry(name: string, rest: string, digests: Digests): Requirement | undefined {
  const [specifiers = '', marker] = rest.split(/;(.*)/s);
  const pinned = readSpecifiers(specifiers);
  if (pinned === undefined || !/[A-Za-z0-9]$/.test(name)) return undefined;
  return {
    kind: 'requirement',
    type: 'pypi',
    name: registryName(name),
    ...pinned,
    repository: undefined,
    archive: undefined,
    own: false,
    conditional: marker !== undefined,
    ...digests,
  };
}

type Digests = Pick<Requirement, 'hashes' | 'problems'>;

/** Reads `--hash=<algorithm>:<hex>`, of which a line may hold one for each archive of the version. */
function readDigests(options: string): Digests {
  const words = [...options.matchAll(/\s--hash(?:=|\s)\s*["']?([^\s"']+)/g)].map(([, word = '']) => word);
  const read = words.map((word) => ({ word, hash: readHash(word, 'archive') }));
  const [wrong, ...more] = read.filter(({ hash }) => hash === undefined);
  const others = more.length === 0 ? '' : ` and ${more.length} more like it`;
  return {
    hashes: read.flatMap(({ hash }) => hash ?? []),
    problems: wrong === undefined ? [] : [`the hash ${quote(wrong.word)} is of no known kind or length${others}`],
  };
}
