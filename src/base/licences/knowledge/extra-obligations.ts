import type { Distribution } from '../../../model/licences/licence-use.ts';
import type { ObligationKind } from '../../../model/licences/licence-verdict.ts';

/** What single licences ask beyond their family. */
export type ExtraObligation = {
  readonly ids: RegExp;
  readonly obligation: ObligationKind;
  /** The distributions at which it is asked; always where it is `undefined`. */
  readonly distributions?: readonly Distribution[];
};

const copies: readonly Distribution[] = ['on-device', 'installed-app', 'browser-bundle', 'firmware', 'container'];

/** Rows by identifier; they are asked where the family's rule lets the use pass with obligations, and where it sends it to a lawyer. */
export const extraObligations: readonly ExtraObligation[] = [
  { ids: /^A?GPL-3\.0|^LGPL-3\.0/, obligation: 'installation-information', distributions: ['on-device', 'firmware'] },
  {
    ids: /^BSD-[34]-Clause|^NCSA$|^Apache-1|^PHP-|^ZPL-|^W3C|^PostgreSQL$|^curl$|^X11$|^HPND/,
    obligation: 'no-endorsement',
    distributions: copies,
  },
  { ids: /^(?:HPND-export|HPND-UC-export)/, obligation: 'export' },
  {
    ids: /^EUPL-|^EPL-|^MPL-2|^CDDL-|^CPL-|^IPL-|^APSL-|^A?GPL-3|^LGPL-3/,
    obligation: 'patent',
    distributions: copies,
  },
];
