import { z } from 'zod';
import { withoutSecrets } from '../../base/packages/repositories/package-address.ts';
import { channelOfAddress, readCondaArchive } from './conda-archive.ts';

const text = z.string().nullish();

/** The schema of a record in conda-meta: what the channel says of a package, and how it was installed. */
export const installedRecordSchema = z.looseObject({
  name: z.string(),
  version: z.string(),
  build: text,
  /** A name, or the address of the channel with or without the platform. */
  channel: text,
  subdir: text,
  url: text,
  md5: text,
  sha256: text,
  license: text,
  depends: z.array(z.string()).default([]),
  /** What a person asked for: conda has written its absence as `None`, as nothing, and not at all. */
  requested_spec: text,
  requested_specs: z.array(z.string()).optional(),
});

/** A record in conda-meta. */
export type InstalledRecord = z.infer<typeof installedRecordSchema>;

/** What is known of the archive that a record was made from: its address first, for every reader of the record sees that. */
export function archiveOfRecord({ url, build, channel, subdir }: InstalledRecord) {
  const archive = url ? readCondaArchive(url) : undefined;
  return {
    build: archive?.build ?? build ?? undefined,
    channel: archive?.channel ?? channelNamed(channel ?? ''),
    subdir: archive?.subdir ?? subdir ?? undefined,
    address: archive?.address ?? (url ? withoutSecrets(url) : undefined),
  };
}

/** The address in a record, without reading the thousands of files that it may list. */
export function addressInRecord(json: string): string | undefined {
  const at = json.lastIndexOf('"url"');
  return at === -1 ? undefined : /^"url"\s*:\s*"([^"\\]*)"/.exec(json.slice(at, at + 4000))?.[1];
}

function channelNamed(channel: string): string | undefined {
  if (channel === '' || channel.startsWith('<')) return undefined;
  return channel.includes('://')
    ? channelOfAddress(channel.replace(/\/(?:noarch|[a-z]+-[a-z0-9_]+)\/*$/, ''))
    : channel;
}
