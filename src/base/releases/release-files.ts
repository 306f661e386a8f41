import type { Filed } from '../../model/filed.ts';
import type { Release } from '../../model/releases/release.ts';

/** The components of a release, in full; what `watch` and `diff` read. */
export const inventoryName = 'inventory.json';

/** The same for others to read. */
export const sbomName = 'sbom.cdx.json';

/** What was known of its components when it was frozen: the evaluation of that day. */
export const evaluationName = 'anomalies.lock.json';

/** Where everything about a release lies. */
export function releaseFolder(version: string): string {
  return `soup/releases/${version}`;
}

/** Whether a file was frozen for a release, as what lies in its folder beside the record is. */
export function isFrozenOfRelease(path: string): boolean {
  return /^soup\/releases\/[^/]+\/(?!release\.yaml$)./i.test(path);
}

/** The path of a file that was frozen for a release. */
export function frozenPath({ file }: Filed<Release>, name: string): string {
  return `${file.slice(0, file.lastIndexOf('/'))}/${name}`;
}
