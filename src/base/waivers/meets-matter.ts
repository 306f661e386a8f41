import type { Matter } from '../../model/plugs/rule.ts';
import type { Waiver } from '../../model/records/waiver.ts';
import { packagePattern } from '../paths/glob.ts';
import { packageOf } from '../packages/purl.ts';

/** Whether a waiver means a package and, where it names anomalies, one of the ids of its defect. */
export function meetsMatter({
  packages,
  anomalies,
}: Pick<Waiver, 'packages' | 'anomalies'>): (matter: Matter) => boolean {
  const isPackage = packages === undefined ? () => true : packagePattern(packages.replace('/@', '/%40'));
  const wanted = anomalies && new Set(anomalies.map((id) => id.toLowerCase()));
  return ({ purl, anomalies: ids = [] }) =>
    isPackage(packageOf(purl)) && (wanted === undefined || ids.some((id) => wanted.has(id.toLowerCase())));
}
