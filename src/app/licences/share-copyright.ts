import type { Component } from '../../model/component.ts';
import type { LicenceFile } from '../../model/licences/licence-files.ts';

/**
 * Gives a Debian package without a copyright file that of another one of the same source which it needs: it may have a link
 * there (Debian policy, 12.5), and a folder behind a link is listed where it lies.
 */
export function shareCopyright(of: Map<string, LicenceFile[]>, components: readonly Component[]): void {
  const byPurl = new Map(components.map((component) => [component.purl, component]));
  for (const { purl, type, source, dependsOn } of components) {
    if (type !== 'deb' || source === undefined || of.has(purl)) continue;
    const shared = (dependsOn ?? []).find((needed) => {
      const other = byPurl.get(needed)?.source;
      return other?.name === source.name && other.version === source.version && of.has(needed);
    });
    if (shared !== undefined) of.set(purl, [...(of.get(shared) ?? [])]);
  }
}
