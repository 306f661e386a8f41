import { onceForText } from '../../base/remembering/once-for-text.ts';
import { globs } from '../../base/paths/glob.ts';
import { outerFile } from '../../base/paths/outer-file.ts';
import type { Component } from '../../model/component.ts';
import type { Device } from '../../model/records/device.ts';
import type { SoftwareItem } from '../../model/records/software-item.ts';

/** Prepares the question which software items are built from the files that a component stands in. */
export function claimSources(device: Device): (component: Component) => readonly SoftwareItem[] {
  const claims = device.softwareItems.map((item) => ({ item, claims: claimedBy(item.sources.map(filesOf)) }));
  return ({ foundAt }) =>
    claims.filter(({ claims }) => foundAt.some(({ file }) => claims(file))).map(({ item }) => item);
}

/**
 * Compiles the globs of sources. Who claims an image claims what lies in it; of an OCI layout the folder stands for the
 * whole.
 */
export function claimedBy(patterns: readonly string[]): (file: string) => boolean {
  const matches = globs(patterns);
  return onceForText((file) => {
    if (matches(file)) return true;
    const outer = outerFile(file);
    if (outer === file) return false;
    return matches(outer) || (outer.endsWith('/index.json') && matches(outer.slice(0, -'/index.json'.length)));
  });
}

function filesOf(source: SoftwareItem['sources'][number]): string {
  return typeof source === 'string' ? source : source.files;
}
