import { parsePurl } from '../../../base/packages/purl.ts';
import type { Component } from '../../../model/component.ts';

/** The package that a component was built from, as far as it is told; outside distributions that is the component itself. */
export type ToldSource = {
  readonly name: string;
  readonly version: string | undefined;
  /** False when no file names it: then name and version are the binary's own. */
  readonly told: boolean;
};

/** The source package of a component: from its file, or from `upstream` or `source` in the package URL, as scanners write it. */
export function sourcePackageOf({ purl, type, name, version, source }: Component): ToldSource {
  if (!distributionTypes.has(type)) return { name, version, told: true };
  if (source !== undefined) return { ...source, told: true };
  const qualifiers = parsePurl(purl)?.qualifiers ?? {};
  const written = qualifiers['upstream'] ?? qualifiers['source'];
  if (written === undefined) return { name, version, told: qualifiers['arch'] === 'source' };
  const at = written.lastIndexOf('@');
  return at < 1
    ? { name: written, version, told: true }
    : { name: written.slice(0, at), version: written.slice(at + 1), told: true };
}

/** Package URL types whose packages are binaries, several of them built from one source package. */
export const distributionTypes: ReadonlySet<string> = new Set(['apk', 'deb', 'rpm']);
