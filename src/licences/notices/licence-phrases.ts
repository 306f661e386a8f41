/** How notices name licences, in words as `licenceWords` gives them; several ids where the name leaves the version open. */
export const licencePhrases: readonly (readonly [phrase: string, ids: string])[] = [
  ...spelt(
    'Apache-2.0',
    'apache license version 2 0, apache license version 2, apache license v2 0, apache license 2 0',
  ),
  ...spelt(
    'Apache-2.0',
    'apache2 0 license, apache 2 0 license, apache2 license, apache2 0, apache 2 0, apache v2 0 license',
  ),
  ...spelt('Apache-2.0', 'apache software license version 2 0, asl 2 0, apache 2 license, apache license v 2 0'),
  ...spelt('Apache-1.1', 'apache software license version 1 1, apache license version 1 1'),
  ...spelt('MIT', 'mit license, mit, mit expat license, expat license, mit licensed'),
  ...spelt('ISC', 'isc license, isc'),
  ...spelt('BSD-3-Clause', '3clause bsd license, bsd 3clause license, bsd3clause license, bsd3clause, new bsd license'),
  ...spelt(
    'BSD-3-Clause',
    'modified bsd license, revised bsd license, three clause bsd license, 3clause bsd, bsd 3clause',
  ),
  ...spelt(
    'BSD-2-Clause',
    '2clause bsd license, bsd 2clause license, bsd2clause license, bsd2clause, simplified bsd license',
  ),
  ...spelt('BSD-2-Clause', 'two clause bsd license, freebsd license, 2clause bsd, bsd 2clause'),
  ...spelt('BSD-2-Clause BSD-3-Clause', 'bsd license, bsd'),
  ...spelt('BSL-1.0', 'boost software license version 1 0, boost software license 1 0, bsl1 0'),
  ...spelt('Zlib', 'zlib license'),
  ...spelt('Artistic-2.0', 'artistic license 2 0, artistic license version 2 0, artistic license v2 0'),
  ...spelt('Artistic-1.0-Perl Artistic-1.0 ClArtistic Artistic-2.0', 'artistic license'),
  ...spelt('OFL-1.1', 'sil open font license version 1 1, open font license version 1 1, sil open font license 1 1'),
  ...spelt('Unlicense', 'unlicense'),
  ...spelt('WTFPL', 'wtfpl'),
  ...spelt('CC0-1.0', 'cc0 1 0, cc01 0, creative commons zero v1 0 universal, creative commons cc0 1 0 universal'),
  ...spelt('PostgreSQL', 'postgresql license'),
  ...spelt('UPL-1.0', 'universal permissive license v 1 0, universal permissive license version 1 0'),
  ...spelt('BlueOak-1.0.0', 'blue oak model license 1 0 0'),
  ...spelt('BUSL-1.1', 'business source license 1 1'),
  ...spelt('SSPL-1.0', 'server side public license version 1, server side public license v 1'),
  ...spelt('Elastic-2.0', 'elastic license 2 0'),
  ...numbered('MPL', 'mozilla public license', '1.0 1.1 2.0'),
  ...numbered('MPL', 'mpl', '1.0 1.1 2.0'),
  ...numbered('NPL', 'netscape public license', '1.0 1.1'),
  ...numbered('EPL', 'eclipse public license', '1.0 2.0'),
  ...numbered('CPL', 'common public license', '1.0'),
  ...numbered('CDDL', 'common development and distribution license', '1.0 1.1'),
  ...spelt('CDDL-1.0 CDDL-1.1', 'common development and distribution license'),
  ...numbered('EUPL', 'european union public license', '1.1 1.2'),
  ...numbered('EUPL', 'eupl', '1.1 1.2'),
  ...numbered('AFL', 'academic free license', '2.0 2.1 3.0'),
  ...numbered('OSL', 'open software license', '2.0 2.1 3.0'),
  ...creativeCommons(),
];

function spelt(ids: string, phrases: string): (readonly [string, string])[] {
  return phrases.split(', ').map((phrase) => [phrase, ids]);
}

function numbered(family: string, name: string, versions: string): (readonly [string, string])[] {
  return versions.split(' ').flatMap((version) => {
    const number = version.replace('.', ' ');
    return ['version ', 'v', 'v ', ''].map((mark) => [`${name} ${mark}${number}`, `${family}-${version}`] as const);
  });
}

/** The six licences of Creative Commons, as its sentences name them and in short. */
function creativeCommons(): (readonly [string, string])[] {
  const kinds = [
    ['BY', 'attribution'],
    ['BY-SA', 'attributionsharealike', 'attribution sharealike', 'attribution share alike'],
    ['BY-NC', 'attributionnoncommercial', 'attribution noncommercial'],
    ['BY-NC-SA', 'attributionnoncommercialsharealike'],
    ['BY-ND', 'attributionnoderivatives', 'attributionnoderivs'],
    ['BY-NC-ND', 'attributionnoncommercialnoderivatives', 'attributionnoncommercialnoderivs'],
  ];
  return kinds.flatMap(([kind = '', ...names]) =>
    ['2.0', '2.5', '3.0', '4.0'].flatMap((version) => {
      const number = version.replace('.', ' ');
      const short = kind.toLowerCase().replaceAll('-', '');
      return [...names.map((name) => `creative commons ${name}`), `cc ${short}`, `cc${short}`].map(
        (name) => [`${name} ${number}`, `CC-${kind}-${version}`] as const,
      );
    }),
  );
}
