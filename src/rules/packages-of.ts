import { onceForEach } from '../base/remembering/once-for-each.ts';
import { packageIndex } from '../base/packages/package-index.ts';
import { packageOf } from '../base/packages/purl.ts';
import type { Dossier } from '../model/dossier.ts';

/** The packages of an inventory, to be found by pattern: many rules ask whether a pattern means anything. */
export const packagesOf = onceForEach((entries: Dossier['entries']) =>
  packageIndex(entries.map(({ component }) => packageOf(component.purl))),
);
