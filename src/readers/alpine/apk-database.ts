import { quote } from '../../base/quote.ts';
import type { Hash, SourcePackage } from '../../model/component.ts';

/** A package in the database of apk-tools; the letters are those of its fields. */
export type ApkPackage = {
  /** P */
  readonly name: string;
  /** V */
  readonly version: string | undefined;
  /** A */
  readonly architecture: string | undefined;
  /** T */
  readonly description: string | undefined;
  /** U */
  readonly homepage: string | undefined;
  /** L */
  readonly licence: string | undefined;
  /** m */
  readonly maintainer: string | undefined;
  /** o, which has the version of the package itself. */
  readonly source: SourcePackage | undefined;
  /** D, without conflicts, which begin with `!`. */
  readonly needs: readonly string[];
  /** p */
  readonly provides: readonly string[];
  /** C */
  readonly hash: Hash | undefined;
  /** Nothing but a name for a group of others, made by `apk add --virtual`. */
  readonly virtual: boolean;
  readonly line: number;
};

/** A database that was read, or why it is none. */
export type ApkDatabase =
  | { readonly packages: readonly ApkPackage[]; readonly nameless: readonly number[] }
  | { readonly message: string; readonly line: number };

/** Reads the database of installed packages of apk-tools 2 and 3: paragraphs of lines with a letter, a colon and a value. */
export function readApkDatabase(text: string): ApkDatabase {
  if (text.trim() === '') return { message: 'the file is empty', line: 1 };
  const lines = text.split('\n');
  if (lines.at(-1) !== '') return { message: 'the file ends in the middle of a line', line: lines.length };
  const packages: ApkPackage[] = [];
  const nameless: number[] = [];
  let fields = new Map<string, Field>();
  for (const [index, written] of lines.entries()) {
    const content = written.replace(/\r$/, '');
    if (content !== '') {
      if (content[1] !== ':')
        return { message: `${quote(content)} is no field; one is written "P:name"`, line: index + 1 };
      const letter = content.charAt(0);
      if (!fields.has(letter)) fields.set(letter, { value: content.slice(2).trim(), line: index + 1 });
    } else if (fields.size > 0) {
      const one = packageOf(fields);
      if (one === undefined) nameless.push([...fields.values()][0]?.line ?? 1);
      else packages.push(one);
      fields = new Map();
    }
  }
  if (fields.size > 0)
    return { message: 'the last package is not closed by a blank line: the file was cut off', line: lines.length };
  return { packages, nameless };
}

/** The bare name of a dependency, a provided name or an entry of world: without bounds, version and repository tag. */
export function bareName(written: string): string {
  return /^[^<>=~@]*/.exec(written)?.[0] ?? '';
}

type Field = { readonly value: string; readonly line: number };

function packageOf(fields: ReadonlyMap<string, Field>): ApkPackage | undefined {
  const field = (letter: string) => fields.get(letter)?.value || undefined;
  const names = (letter: string) =>
    (field(letter) ?? '').split(/\s+/).filter((name) => name !== '' && !name.startsWith('!'));
  const name = field('P');
  if (name === undefined) return undefined;
  const [version, origin] = [field('V'), field('o')];
  return {
    name,
    version,
    architecture: field('A'),
    description: field('T'),
    homepage: field('U'),
    licence: field('L'),
    maintainer: field('m'),
    source: origin === undefined || version === undefined ? undefined : { name: origin, version },
    needs: names('D').map(bareName),
    provides: names('p').map(bareName),
    hash: hashOf(field('C')),
    virtual: name.startsWith('.') || field('T') === 'virtual meta package',
    line: fields.get('P')?.line ?? 1,
  };
}

/** `Q1` begins a SHA-1, `Q2` a SHA-256, both over the control part of the package, not over its archive. */
function hashOf(written: string | undefined): Hash | undefined {
  const [, kind, base64 = ''] = /^Q([12])([A-Za-z0-9+/]+=*)$/.exec(written ?? '') ?? [];
  const value = Buffer.from(base64, 'base64').toString('hex');
  if (kind === '1' && value.length === 40) return { algorithm: 'sha1', value, of: 'control segment' };
  return kind === '2' && value.length === 64 ? { algorithm: 'sha256', value, of: 'control segment' } : undefined;
}
