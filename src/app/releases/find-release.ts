import { UsageError } from '../../base/errors.ts';
import type { Component } from '../../model/component.ts';
import { kinds } from '../../records/loading/record-kinds.ts';
import type { Host } from '../host.ts';
import { loadReleases } from './load-releases.ts';
import { openRelease, type OpenedRelease } from './open-release.ts';

/** A release whose inventory is as it was frozen. */
export type FoundRelease = Omit<OpenedRelease, 'components'> & {
  readonly components: readonly Component[];
  readonly doubts: readonly string[];
};

/**
 * The release of a version; `undefined` where none is recorded. Throws `UsageError` where its record or its inventory cannot be
 * read: another state of that name would be taken for it.
 */
export async function findRelease(host: Host, version: string): Promise<FoundRelease | undefined> {
  const { releases, diagnostics } = await loadReleases(host, [kinds.release]);
  const same = releases.filter(({ record }) => record.version === version);
  const [release] = same;
  const folder = `soup/releases/${version}/`;
  const fault = diagnostics.find(
    ({ severity, place }) =>
      severity === 'error' && (place.file.startsWith(folder) || same.some(({ file }) => file === place.file)),
  );
  if (fault !== undefined) throw new UsageError(`release ${version} cannot be read: ${fault.message}`, fault.help);
  if (release === undefined) return undefined;
  const opened = await openRelease(host.files, release);
  const { components } = opened;
  const broken = opened.diagnostics[0];
  if (components === undefined)
    throw new UsageError(
      `release ${version} cannot be read: ${broken?.message ?? 'it has no inventory'}`,
      broken?.help ?? 'Restore its files from git.',
    );
  return { ...opened, components, doubts: release.record.doubts };
}
