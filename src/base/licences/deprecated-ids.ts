import { spdxLicenceIds } from './generated/spdx-license-ids.ts';
import type { SpdxExpression } from './spdx-expression.ts';

/** What stands for an identifier that the SPDX list has deprecated; `undefined` for one that is in force. */
export function replacementOf(id: string): string | undefined {
  return others[id] ?? (deprecatedFamilies.test(id) && listed.has(successor(id)) ? successor(id) : undefined);
}

/** The expression with identifiers that are in force, as the list replaces them. */
export function inForce({ text }: SpdxExpression): string {
  return text.replace(/[A-Za-z0-9][A-Za-z0-9.+-]*/g, (word) => {
    const replacement = replacementOf(word);
    return replacement === undefined ? word : / AND /.test(replacement) ? `(${replacement})` : replacement;
  });
}

/** The identifiers of GNU licences from before version 3.0 of the list, which did not say whether a later version will do. */
const deprecatedFamilies = /^(?:A?GPL|LGPL|GFDL)-[123]\.[0-3]\+?$/;

function successor(id: string): string {
  return id.endsWith('+') ? `${id.slice(0, -1)}-or-later` : `${id}-only`;
}

const listed = new Set(spdxLicenceIds);

const others: Readonly<Record<string, string | undefined>> = Object.assign(Object.create(null), {
  'BSD-2-Clause-FreeBSD': 'BSD-2-Clause-Views',
  'BSD-2-Clause-NetBSD': 'BSD-2-Clause',
  'bzip2-1.0.5': 'bzip2-1.0.6',
  'eCos-2.0': 'GPL-2.0-or-later WITH eCos-exception-2.0',
  'GPL-2.0-with-autoconf-exception': 'GPL-2.0-only WITH Autoconf-exception-2.0',
  'GPL-2.0-with-bison-exception': 'GPL-2.0-or-later WITH Bison-exception-2.2',
  'GPL-2.0-with-classpath-exception': 'GPL-2.0-only WITH Classpath-exception-2.0',
  'GPL-2.0-with-font-exception': 'GPL-2.0-only WITH Font-exception-2.0',
  'GPL-2.0-with-GCC-exception': 'GPL-2.0-or-later WITH GCC-exception-2.0',
  'GPL-3.0-with-autoconf-exception': 'GPL-3.0-only WITH Autoconf-exception-3.0',
  'GPL-3.0-with-GCC-exception': 'GPL-3.0-only WITH GCC-exception-3.1',
  'Net-SNMP': 'BSD-3-Clause AND MIT-CMU',
  Nunit: 'zlib-acknowledgement',
  'StandardML-NJ': 'SMLNJ',
  wxWindows: 'LGPL-2.0-or-later WITH WxWindows-exception-3.1',
});
