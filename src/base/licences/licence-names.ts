/**
 * Names by which people call one licence of the SPDX list and no other, in the form of `nameKey`; a name that fits several
 * licences has no place here.
 */
export const licenceNames: readonly (readonly [id: string, names: string])[] = [
  ['0BSD', '0 clause bsd|zero clause bsd|bsd zero clause|bsd 0 clause|bsd zero clause 0bsd'],
  ['AFL-2.1', 'academic free 2.1'],
  ['AFL-3.0', 'academic free 3.0|academic free afl'],
  [
    'AGPL-3.0-only',
    'agpl 3|agpl3|agplv3|gnu affero general 3|gnu affero general 3.0|gnu agplv3|gnu agpl 3|gnu agpl 3.0|affero gpl 3',
  ],
  [
    'AGPL-3.0-or-later',
    'agpl 3+|agplv3+|agpl3+|gnu affero general 3 or later|gnu affero general 3 or later agplv3+|gnu agpl 3+',
  ],
  [
    'Apache-2.0',
    'apache 2|apache2|apache 2.0|apache software 2.0|apache software 2|asl 2.0|asl 2|asl2|al2|al 2.0|apache public 2.0|apachev2|apache v2|aslv2|apachev2.0|apache 2.0 apache 2.0|apache asl 2.0|apache software asl 2.0|apache2.0|apache foundation 2.0|apl2|apl 2.0|apache 2.0 asl 2.0',
  ],
  ['Apache-1.1', 'apache 1.1|apache software 1.1'],
  ['Artistic-2.0', 'artistic 2.0|artistic 2|perl artistic 2.0|artistic2'],
  [
    'BSD-2-Clause',
    'bsd 2 clause|bsd 2|bsd2|2 clause bsd|simplified bsd|bsd 2 clauses|freebsd|bsd simplified|two clause bsd|bsd 2 clause simplified|bsd 2 clause netbsd',
  ],
  [
    'BSD-3-Clause',
    'bsd 3 clause|bsd 3|bsd3|3 clause bsd|new bsd|modified bsd|revised bsd|bsd new|bsd 3 clauses|three clause bsd|3c bsd|bsd 3 clause new|new bsd 3 clause|bsd c3|edl 1.0|edl 1|eclipse distribution 1.0|eclipse distribution new bsd|bsd 3 clause new or revised|bsd 3 clause google|bsd 3 google|bsd3 google|bsd 3 clause bsd 3 clause|modified bsd 3 clause',
  ],
  ['BSD-4-Clause', 'bsd 4 clause|bsd 4|4 clause bsd|original bsd|bsd original|four clause bsd'],
  ['BSD-4-Clause-UC', 'bsd 4 clause uc'],
  ['BSD-1-Clause', 'bsd 1 clause'],
  ['BSL-1.0', 'boost software 1.0|boost 1.0|boost software|boost software 1.0 bsl 1.0|bsl 1.0 boost'],
  ['CC-BY-3.0', 'cc by 3.0|creative commons attribution 3.0'],
  [
    'CC-BY-4.0',
    'cc by 4.0|creative commons attribution 4.0 international|creative commons attribution 4.0|creative commons attribution 4.0 international public',
  ],
  ['CC-BY-SA-3.0', 'cc by sa 3.0'],
  ['CC-BY-SA-4.0', 'cc by sa 4.0|creative commons attribution sharealike 4.0 international'],
  ['CC-BY-NC-4.0', 'cc by nc 4.0|creative commons attribution noncommercial 4.0 international'],
  ['CC-BY-NC-SA-4.0', 'cc by nc sa 4.0'],
  [
    'CC0-1.0',
    'cc0|cc0 1.0|cc0 1.0 universal|cc zero|cc 0|cc0 1.0 universal cc0 1.0 public domain dedication|creative commons zero 1.0 universal|public domain per creative commons cc0|cc0 public domain dedication|creative commons zero',
  ],
  ['CDDL-1.0', 'cddl 1.0|common development and distribution 1.0|common development and distribution cddl 1.0'],
  ['CDDL-1.1', 'cddl 1.1|common development and distribution 1.1|common development and distribution cddl 1.1'],
  ['CPL-1.0', 'common public 1.0|cpl 1.0'],
  ['curl', 'curl'],
  ['EPL-1.0', 'eclipse public 1.0|epl 1.0|epl 1|eclipse public epl 1.0|eplv1'],
  ['EPL-2.0', 'eclipse public 2.0|epl 2.0|epl 2|eclipse public 2|eplv2|eclipse public epl 2.0|eplv2.0'],
  ['EUPL-1.1', 'eupl 1.1|european union public 1.1'],
  ['EUPL-1.2', 'eupl 1.2|european union public 1.2|european union public 1.2 eupl 1.2'],
  ['FSFAP', 'fsfap|all permissive|fsf all permissive'],
  ['FTL', 'ftl|freetype'],
  ['GPL-1.0-or-later', 'gpl 1+|gpl 1.0+'],
  ['GPL-1.0-only', 'gpl 1'],
  [
    'GPL-2.0-only',
    'gpl 2|gplv2|gpl2|gpl 2.0|gnu general 2|gnu general 2.0|gnu gpl 2|gnu gplv2|gnu gpl 2.0|gpl 2 only|gplv2 only|gnu general 2.0 only|gnu general gplv2|gnu general 2 gplv2|gpl v2',
  ],
  [
    'GPL-2.0-or-later',
    'gpl 2+|gplv2+|gpl2+|gpl 2.0+|gpl 2 or later|gplv2 or later|gnu general 2 or later|gnu general 2.0 or later|gnu general 2 or later gplv2+|gpl >= 2',
  ],
  [
    'GPL-3.0-only',
    'gpl 3|gplv3|gpl3|gpl 3.0|gnu general 3|gnu general 3.0|gnu gpl 3|gnu gplv3|gnu gpl 3.0|gpl 3 only|gnu general gplv3|gnu general 3 gplv3|gnu general 3.0 only',
  ],
  [
    'GPL-3.0-or-later',
    'gpl 3+|gplv3+|gpl3+|gpl 3.0+|gpl 3 or later|gnu general 3 or later|gnu general 3.0 or later|gnu general 3 or later gplv3+|gplv3 or later|gpl >= 3',
  ],
  ['HPND', 'hpnd|historical permission notice and disclaimer|historical permission notice and disclaimer hpnd'],
  ['ICU', 'icu'],
  ['IJG', 'ijg|jpeg group'],
  ['ISC', 'isc|isc iscl|iscl|internet software consortium'],
  ['LGPL-2.0-only', 'lgpl 2|lgplv2|lgpl 2.0'],
  [
    'LGPL-2.0-or-later',
    'lgpl 2+|lgpl 2.0+|lgplv2+|lgpl2+|gnu lesser general 2 or later lgplv2+|gnu library or lesser general 2 or later|gnu library general 2 or later',
  ],
  [
    'LGPL-2.1-only',
    'lgpl 2.1|lgplv2.1|lgpl2.1|gnu lesser general 2.1|gnu lgpl 2.1|lgpl 2.1 only|gnu lesser general public 2.1',
  ],
  ['LGPL-2.1-or-later', 'lgpl 2.1+|lgplv2.1+|lgpl2.1+|gnu lesser general 2.1 or later|lpgl 2.1+'],
  [
    'LGPL-3.0-only',
    'lgpl 3|lgplv3|lgpl3|lgpl 3.0|gnu lesser general 3|gnu lesser general 3.0|gnu lgpl 3|gnu lesser general 3 lgplv3|gnu lgpl 3.0',
  ],
  [
    'LGPL-3.0-or-later',
    'lgpl 3+|lgplv3+|lgpl3+|lgpl 3.0+|gnu lesser general 3 or later|gnu lesser general 3 or later lgplv3+',
  ],
  ['Libpng', 'libpng'],
  ['MIT', 'mit|expat|mit expat|expat mit|mit opensource|mit mit|mit x11 mit|the mit|mit expat style'],
  ['MIT-0', 'mit 0|mit no attribution|mit no attribution mit 0'],
  ['MIT-CMU', 'mit cmu|historical permission notice and disclaimer mit cmu'],
  ['MPL-1.1', 'mpl 1.1|mozilla public 1.1|mozilla public 1.1 mpl 1.1|mplv1.1'],
  [
    'MPL-2.0',
    'mpl 2|mpl 2.0|mpl2|mozilla public 2.0|mozilla public 2.0 mpl 2.0|mplv2|mplv2.0|mozilla public mpl 2.0|mpl2.0',
  ],
  ['MS-PL', 'ms pl|microsoft public|microsoft public ms pl'],
  ['NCSA', 'ncsa|university of illinois ncsa open source|uiuc'],
  ['NTP', 'ntp'],
  [
    'OFL-1.1',
    'ofl|ofl 1.1|sil 1.1|sil open font 1.1|sil open font 1.1 ofl 1.1|sil ofl 1.1|open font 1.1|sil openfont 1.1',
  ],
  ['OLDAP-2.8', 'openldap 2.8|oldap 2.8'],
  ['OpenSSL', 'openssl'],
  ['PHP-3.01', 'php 3.01'],
  ['PHP-3.0', 'php 3.0'],
  ['PostgreSQL', 'postgresql'],
  ['PSF-2.0', 'psf 2.0|psf|python software foundation|psfl|psf 2|python software foundation 2'],
  ['Python-2.0', 'python 2.0'],
  ['Sleepycat', 'sleepycat'],
  ['TCL', 'tcl|tcl tk'],
  ['Unlicense', 'unlicense|unlicense unlicense'],
  ['UPL-1.0', 'upl 1.0|universal permissive 1.0|universal permissive upl|universal permissive upl 1.0|upl'],
  ['Vim', 'vim'],
  ['W3C', 'w3c'],
  ['WTFPL', 'wtfpl|wtfpl 2|do what the fuck you want to'],
  ['X11', 'x11|mit x11 x11'],
  ['Zlib', 'zlib'],
  ['ZPL-2.1', 'zpl 2.1|zope public 2.1'],
  ['Zend-2.0', 'zend engine 2.00'],
];

/** Exceptions by the names that follow "with" in `debian/copyright` and elsewhere. */
export const exceptionNames: readonly (readonly [id: string, names: string])[] = [
  ['Classpath-exception-2.0', 'classpath|classpath exception|the classpath exception|cpe'],
  ['LLVM-exception', 'llvm exception|llvm'],
  ['Linux-syscall-note', 'linux syscall note exception|linux syscall note'],
  ['Libtool-exception', 'libtool exception'],
  ['Texinfo-exception', 'texinfo exception'],
  ['Bison-exception-2.2', 'bison 2.2 exception'],
  ['GCC-exception-3.1', 'gcc runtime 3.1 exception|gcc runtime library exception 3.1'],
  ['Font-exception-2.0', 'font exception'],
];

/** The name without what names differ in and mean the same: case, punctuation, "the", "license", "version". */
export function nameKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9.+>=*]+/g, ' ')
    .replace(/\b(?:the|licence|license|licenses|licensed|under|version|ver|software license)\b\.?/g, ' ')
    .replace(/\bpublic\b(?= (?:licen|v?\d))/g, 'public')
    .replace(
      /(?<=\b(?:gnu )?(?:general|lesser general|library general|affero general|library or lesser general) )public\b/g,
      ' ',
    )
    .replace(/\bv\.? ?(?=\d)/g, '')
    .replace(/(?<=[a-z0-9]{2})\.(?= |$)/g, '')
    .replace(/ +/g, ' ')
    .trim();
}
