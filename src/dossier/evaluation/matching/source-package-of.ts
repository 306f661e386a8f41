import { parsePurl } from '../../../base/packages/purl.ts';
import { sourceInPurl } from '../../../base/packages/system/source-in-purl.ts';
import type { Component } from '../../../model/component.ts';

/** The package that a component was built from, as far as it is told; outside distributions that is the component itself. */
export type ToldSource = {
  readonly name: string;
  readonly version: string | undefined;
  /** False when no file names it: then name and version are the binary's own. */
  readonly told: boolean;
};

/** The source package of a component: from its file, or from its package URL. */
export function sourcePackageOf(component: Component): ToldSource {
  const { purl, type, name, source } = component;
  if (!distributionTypes.has(type)) return { name, version: component.version, told: true };
  const version = withEpoch(component, component.version);
  if (source !== undefined) return { ...source, version: withEpoch(component, source.version), told: true };
  const parts = parsePurl(purl);
  const written = parts && sourceInPurl(parts);
  if (written === undefined) return { name, version, told: parts?.qualifiers?.['arch'] === 'source' };
  return { name: written.name, version: withEpoch(component, written.version ?? component.version), told: true };
}

/**
 * A version of a component, or of its source where both have the same, with the epoch that package URLs of RPM packages
 * keep apart in `epoch`. What was built at another version may be numbered apart.
 */
export function withEpoch({ purl, type, version: own }: Component, version: string | undefined): string | undefined {
  if (type !== 'rpm' || version === undefined || /^\d+:/.test(version) || !purl.includes('epoch=')) return version;
  const epoch = parsePurl(purl)?.qualifiers?.['epoch'];
  const isSame = version === own?.replace(/^\d+:/, '');
  return isSame && epoch !== undefined && /^\d{1,10}$/.test(epoch) ? `${epoch}:${version}` : version;
}

/** Package URL types whose packages are binaries, several of them built from one source package. */
export const distributionTypes: ReadonlySet<string> = new Set(['apk', 'deb', 'rpm']);
