import type { LicenceFamily } from '../../../model/licences/licence-verdict.ts';

/** Two kinds of licences whose terms cannot be kept together in one work that is given away. */
export type Conflict = {
  readonly id: string;
  readonly left: RegExp;
  readonly right: RegExp;
  /** Families of the right side besides. */
  readonly rightFamilies?: readonly LicenceFamily[];
  readonly why: string;
  /** Who says so. */
  readonly source: string;
};

const gnuList = 'Free Software Foundation, "Various Licenses and Comments about Them"';
const gpl2 = /^GPL-2\.0(?:-only)?$/;
const gnu = /^(?:GPL-[123]\.0|AGPL-3\.0)(?:-only|-or-later|\+)?$/;

/** Pairs that are known not to go together; a pair that is not here was not judged to go together. */
export const conflicts: readonly Conflict[] = [
  {
    id: 'gpl2-apache2',
    left: gpl2,
    right: /^Apache-2\.0$/,
    why: 'Apache-2.0 adds terms on patents that version 2 of the GPL does not let anybody add; version 3 does',
    source: `${gnuList}, Apache License 2.0`,
  },
  {
    id: 'gpl2-gpl3',
    left: gpl2,
    right: /^(?:L|A)?GPL-3\.0(?:-only|-or-later|\+)?$/,
    why: 'each of the two wants the whole under its own version, and "version 2 only" has no way to version 3',
    source: 'Free Software Foundation, "Frequently Asked Questions about the GNU Licenses", matrix of compatibility',
  },
  {
    id: 'gpl-cddl',
    left: gnu,
    right: /^CDDL-1\.[01]$/,
    why: 'the CDDL keeps its files under its own terms, which the GPL does not let stand beside its own',
    source: `${gnuList}, CDDL`,
  },
  {
    id: 'gpl-epl',
    left: gnu,
    right: /^(?:EPL-[12]\.0|CPL-1\.0|IPL-1\.0)$/,
    why: 'it keeps its files under its own terms; EPL-2.0 joins the GPL only where a notice names the GPL as secondary licence',
    source: `${gnuList}, Eclipse Public License`,
  },
  {
    id: 'gpl-mpl1',
    left: gnu,
    right: /^(?:MPL-1\.[01]|MPL-2\.0-no-copyleft-exception|NPL-1\.[01])$/,
    why: 'it keeps its files under its own terms, and names no GPL under which they could come',
    source: `${gnuList}, Mozilla Public License`,
  },
  {
    id: 'gpl-advertising',
    left: gnu,
    right: /^(?:BSD-4-Clause|OpenSSL|SSLeay|Apache-1|PHP-3|Zend-2|ZPL-1)/,
    why: 'it asks to be named in advertising or for a name not to be used, which the GPL does not let anybody add',
    source: `${gnuList}, Original BSD license and OpenSSL`,
  },
  {
    id: 'gpl-restricted',
    left: gnu,
    right: /^(?:JSON|UnRAR)$/,
    rightFamilies: ['source-available', 'non-commercial', 'field-of-use'],
    why: 'it limits for what the work may be used, and the GPL forbids to add limits',
    source: 'GNU General Public License, version 2 section 6 and version 3 section 10',
  },
];
