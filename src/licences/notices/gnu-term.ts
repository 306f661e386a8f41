import type { NamedTerm } from './notice.ts';

/**
 * Reads `GNU [Lesser|Library|Affero] General Public License …, either version N … or (at your option) any later` and
 * `GNU Free Documentation License` where it begins. Later versions are allowed only where the sentence says so (GPL-2.0,
 * section 9; GPL-3.0, section 14).
 */
export function gnuTerm(words: readonly string[], at: number): NamedTerm | undefined {
  const name = gnuName(words, at);
  if (name === undefined) return undefined;
  const near = words.slice(name.after, name.after + reach);
  const stop = near.findIndex((word, index) => word === 'gnu' || (word === 'without' && near[index + 1] === 'any'));
  const said = stop === -1 ? near : near.slice(0, stop);
  const version = versionIn(said, name.family) ?? versionBefore(words, at, name.family);
  if (version === undefined) return undefined;
  const id = `${name.family}-${version}${invariantSections(name.family, words, name.after)}`;
  const later = said.findIndex((word, index) => word === 'later' && ['any', 'or'].includes(said[index - 1] ?? ''));
  if (later !== -1) return laterVersions(id, said, later, name.after);
  const after = name.after + 3;
  const isCutOff = said.includes('either') && !said.includes('only');
  if (!isCutOff) return { ids: [`${id}-only`], doubt: undefined, after };
  return {
    ids: [`${id}-only`, `${id}-or-later`],
    doubt: 'the notice says "either", and no later version behind it',
    after,
  };
}

/** How far the version and "or later" may stand from the name. */
const reach = 48;

type GnuName = { readonly family: string; readonly after: number };

function gnuName(words: readonly string[], at: number): GnuName | undefined {
  if (words[at] !== 'gnu') return undefined;
  const kind = words[at + 1] ?? '';
  const rest = words.slice(at + 1, at + 5).join(' ');
  if (rest.startsWith('free documentation license')) return { family: 'GFDL', after: at + 4 };
  if (rest.startsWith('general public')) return { family: 'GPL', after: at + 3 };
  const family = families.get(kind);
  if (family === undefined) return undefined;
  if (/^[a-z]+ general public\b/.test(rest)) return { family, after: at + 4 };
  return kind.endsWith('gpl') ? { family, after: at + 2 } : undefined;
}

const families: ReadonlyMap<string, string> = new Map([
  ['lesser', 'LGPL'],
  ['library', 'LGPL'],
  ['affero', 'AGPL'],
  ['gpl', 'GPL'],
  ['lgpl', 'LGPL'],
  ['agpl', 'AGPL'],
]);

/** The first version of the licence that is named behind it; other things have versions, too. */
function versionIn(said: readonly string[], family: string): string | undefined {
  return said
    .map((word, index) => {
      if (word === 'version') return versionOf(said[index + 1], said[index + 2]);
      const [, joined] = /^v(\d)$/.exec(word) ?? [];
      if (joined !== undefined) return versionOf(joined, said[index + 1]);
      return word === 'v' || (index < 2 && word === 'license')
        ? versionOf(said[index + 1], said[index + 2])
        : undefined;
    })
    .find((version) => version !== undefined && versions.get(family)?.includes(version));
}

/** `version 3 of the GNU …`, and the same with the version behind "terms". */
function versionBefore(words: readonly string[], at: number, family: string): string | undefined {
  const before = words.slice(Math.max(0, at - 5), at);
  const mark = before.indexOf('version');
  const version = mark === -1 ? undefined : versionOf(before[mark + 1], before[mark + 2]);
  return version !== undefined && versions.get(family)?.includes(version) ? version : undefined;
}

function versionOf(major = '', minor = ''): string | undefined {
  if (!/^[123]$/.test(major)) return undefined;
  return /^[123]$/.test(minor) ? `${major}.${minor}` : `${major}.0`;
}

const versions: ReadonlyMap<string, readonly string[]> = new Map([
  ['GPL', ['1.0', '2.0', '3.0']],
  ['LGPL', ['2.0', '2.1', '3.0']],
  ['AGPL', ['1.0', '3.0']],
  ['GFDL', ['1.1', '1.2', '1.3']],
]);

function laterVersions(id: string, said: readonly string[], later: number, start: number): NamedTerm {
  const after = start + later + 1;
  const [next, ...behind] = said.slice(later + 1, later + 6);
  if (next === 'version' && behind.includes('accepted'))
    return {
      ids: [`${id}-only`, `${id}-or-later`],
      doubt: 'later versions hold only where somebody accepts them',
      after,
    };
  return { ids: [`${id}-or-later`], doubt: undefined, after };
}

/** How far behind the name of the GFDL its options stand. */
const optionsReach = 60;

function invariantSections(family: string, words: readonly string[], from: number): string {
  if (family !== 'GFDL') return '';
  const near = words.slice(from, from + optionsReach);
  const at = near.findIndex((word, index) => word === 'invariant' && near[index + 1] === 'sections');
  if (at === -1) return '';
  return ['no', 'without'].includes(near[at - 1] ?? '') || near[at - 2] === 'no' ? '-no-invariants' : '-invariants';
}
