import type { Hash } from '../../model/component.ts';
import { readHash, registryName } from './pypi-package.ts';
import { quote } from './quote.ts';
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
  | { readonly kind: 'include' | 'constraints'; readonly file: string }
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

const settings = new Set(
  `-i --index-url --pypi-url --extra-index-url --index --default-index --no-index -f --find-links --pre --all-releases
  --only-final --no-binary --only-binary --prefer-binary --require-hashes --trusted-host --use-feature --no-build-isolation
  --process-dependency-links --use-wheel --no-use-wheel --always-unzip -Z --emit-index-url`.split(/\s+/),
);

function readRequirement(text: string, editable: boolean): Statement {
  const optionsAt = text.search(/\s--?[A-Za-z]/);
  const body = optionsAt === -1 ? text : text.slice(0, optionsAt).trim();
  const digests = optionsAt === -1 ? [] : digestsIn(text.slice(optionsAt));
  const [head, name = ''] = /^([A-Za-z0-9][A-Za-z0-9._-]*)\s*(?:\[[^\]]*\])?/.exec(body) ?? [''];
  const rest = body.slice(head.length).trimStart();
  if (head !== '' && rest.startsWith('@')) return fromSource(rest.slice(1).trim(), name, editable, digests);
  if (editable || isSource(body.split(/\s;/)[0] ?? '')) return fromSource(body, undefined, editable, digests);
  return fromRegistry(name, rest, digests) ?? notUnderstood(body);
}

function fromSource(text: string, name: string | undefined, editable: boolean, digests: readonly string[]): Statement {
  const [address = '', marker] = text.split(/\s;(.*)/s);
  const bare = address.trim().replace(/\[[^[\]]*\]$/, '');
  if (bare === '') return notUnderstood(text);
  const source = sourceAt(bare, editable);
  const asked = name === undefined ? source.name : registryName(name);
  if (asked === undefined && source.own) return { kind: 'unnamed', folder: bare };
  const isOther = source.repository === undefined && source.name !== undefined && source.name !== asked;
  const { hashes, problems } = readDigests(digests);
  const isFixed = source.repository === undefined && hashes.length > 0;
  return {
    ...source,
    kind: 'requirement',
    type: asked === undefined ? 'generic' : 'pypi',
    name: asked ?? labelOf(source),
    version: isOther ? undefined : source.version,
    pinning: isFixed ? { kind: 'exact' } : source.pinning,
    hashes: [...source.hashes, ...hashes],
    conditional: marker !== undefined,
    problems: asked === undefined ? problems.concat(`${quote(bare)} ${nameless}`) : problems,
  };
}

const nameless = "names no package; it is listed by its address, and no registry's advisories fit it";

function fromRegistry(name: string, rest: string, digests: readonly string[]): Requirement | undefined {
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
    ...readDigests(digests),
  };
}

function digestsIn(options: string): string[] {
  return [...options.matchAll(/\s--hash(?:=|\s)\s*["']?([^\s"']+)/g)].map(([, digest = '']) => digest);
}

function readDigests(digests: readonly string[]): {
  readonly hashes: readonly Hash[];
  readonly problems: readonly string[];
} {
  const read = digests.map((digest) => ({ digest, hash: readHash(digest, 'archive') }));
  return {
    hashes: read.flatMap(({ hash }) => hash ?? []),
    problems: read
      .filter(({ hash }) => hash === undefined)
      .map(({ digest }) => `the hash ${quote(digest)} is of no known kind or length`),
  };
}

function notUnderstood(text: string): Statement {
  return { kind: 'problem', message: `${quote(text)} is no requirement` };
}
