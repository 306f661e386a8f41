/** A notice that names a licence: the expression, or the candidates where it leaves open which one. */
export type Notice = { readonly ids: readonly string[]; readonly from: number; readonly to: number };

/**
 * Finds notices in words as `licenceWords` gives them: those of the GNU licences, which alone tell whether later versions
 * are allowed, and the headers of licences that ask for one. Each word is looked at a bounded number of times.
 */
export function findNotices(words: readonly string[]): readonly Notice[] {
  const notices: Notice[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const notice = gnuNotice(words, at) ?? fixedNotice(words, at);
    if (notice === undefined) continue;
    notices.push(notice);
    at = notice.to - 1;
  }
  return notices;
}

/** How far the version and "or later" may stand from the name. */
const reach = 48;

/** `the terms of the GNU [Lesser|Library|Affero] General Public License …, either version N … or (at your option) any later`. */
function gnuNotice(words: readonly string[], at: number): Notice | undefined {
  if (words[at] !== 'terms' && words[at] !== 'under') return undefined;
  const name = gnuName(words, at + 1);
  if (name === undefined) return undefined;
  const near = words.slice(name.after, name.after + reach);
  const stop = near.findIndex((word, index) => word === 'gnu' || (word === 'without' && near[index + 1] === 'any'));
  const said = stop === -1 ? near : near.slice(0, stop);
  const versions = said.flatMap((word, index) => (word === 'version' ? [said.slice(index + 1, index + 3)] : []));
  const version = versions.map(versionOf).find((one) => one !== undefined);
  const later = said.findIndex((word, index) => word === 'later' && ['any', 'or'].includes(said[index - 1] ?? ''));
  const only = said.includes('only') || said.some((word, index) => word === 'no' && said[index + 1] === 'later');
  const to = name.after + Math.max(1, later + 1);
  if (version === undefined) return undefined;
  const id = `${name.family}-${version}`;
  if (later !== -1) return { ids: [`${id}-or-later`], from: at, to };
  return { ids: only ? [`${id}-only`] : [`${id}-only`, `${id}-or-later`], from: at, to: name.after + 3 };
}

function gnuName(words: readonly string[], from: number): { family: string; after: number } | undefined {
  let at = from;
  while (at < from + 4 && words[at] !== 'gnu') at += 1;
  if (words[at] !== 'gnu') return undefined;
  const kind = words[at + 1] ?? '';
  const family = families[kind];
  if (family !== undefined && words[at + 2] === 'general' && words[at + 3] === 'public')
    return { family, after: at + 4 };
  if (kind === 'general' && words[at + 2] === 'public') return { family: 'GPL', after: at + 3 };
  return undefined;
}

const families: Readonly<Record<string, string | undefined>> = Object.assign(Object.create(null), {
  lesser: 'LGPL',
  library: 'LGPL',
  affero: 'AGPL',
});

function versionOf([major = '', minor = '']: readonly string[]): string | undefined {
  if (!/^[123]$/.test(major)) return undefined;
  return minor === '1' ? `${major}.1` : `${major}.0`;
}

const fixed: readonly { readonly phrase: readonly string[]; readonly id: string }[] = [
  { phrase: words('licensed under the apache license version 2 0'), id: 'Apache-2.0' },
  { phrase: words('license under the apache license version 2 0'), id: 'Apache-2.0' },
  { phrase: words('subject to the terms of the mozilla public license v 2 0'), id: 'MPL-2.0' },
  { phrase: words('terms of the mozilla public license version 2 0'), id: 'MPL-2.0' },
  { phrase: words('distributed under the boost software license version 1 0'), id: 'BSL-1.0' },
  { phrase: words('under the same terms as perl itself'), id: 'Artistic-1.0-Perl OR GPL-1.0-or-later' },
  {
    phrase: words('under the same terms as the perl 5 programming language'),
    id: 'Artistic-1.0-Perl OR GPL-1.0-or-later',
  },
];

function words(text: string): readonly string[] {
  return text.split(' ');
}

function fixedNotice(text: readonly string[], at: number): Notice | undefined {
  const met = fixed.find(({ phrase }) => phrase.every((word, index) => text[at + index] === word));
  return met === undefined ? undefined : { ids: [met.id], from: at, to: at + met.phrase.length };
}
