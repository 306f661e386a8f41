import { classInForce } from '../../base/classes/class-in-force.ts';
import type { SoftwareEntry, SoftwareItem } from '../../model/records/software-item.ts';

/**
 * Puts software items into their tree and finds the class in force of each (4.3): its own; else that of the nearest item
 * around it that has one; else what counts where nobody decided. Of two items with one id the first is meant.
 */
export function classifySoftware(items: readonly SoftwareItem[]): readonly SoftwareEntry[] {
  const byId = new Map(items.toReversed().map((item) => [item.id, item]));
  return items.map((item) => {
    const path = pathTo(item, byId);
    const deciding = path.findLast((one) => one.class !== undefined);
    return {
      item,
      path,
      class: classInForce(deciding?.class),
      classFrom: deciding === undefined ? 'nobody' : deciding === item ? 'record' : 'parent',
    };
  });
}

/** Deeper than any architecture; a longer chain is cut. */
const deepest = 32;

function pathTo(item: SoftwareItem, byId: ReadonlyMap<string, SoftwareItem>): readonly SoftwareItem[] {
  const upwards = new Set<SoftwareItem>();
  for (let one: SoftwareItem | undefined = item; one !== undefined && !upwards.has(one) && upwards.size < deepest;)
    one = upwards.add(one) && one.parent !== undefined ? byId.get(one.parent) : undefined;
  return [...upwards].toReversed();
}
