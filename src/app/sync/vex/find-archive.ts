import { HostError } from '../../../base/errors.ts';
import type { VexListing } from '../../../model/plugs/vex-feed.ts';
import type { Host } from '../../host.ts';
import type { FeedSource } from '../../feed-source.ts';
import { openVexArchive, type OpenedArchive } from './vex-archive.ts';
import { pathOf, type Reach } from './reach.ts';
import type { VexSource } from './vex-source.ts';

/** The archives that a manifest names, and the folder that it lies in. */
export type NamedArchives = Pick<Extract<VexListing, { readonly kind: 'archives' }>, 'found' | 'interval'> & {
  readonly folder: string;
};

/** The days after which an archive is asked for whatever its publisher says: nobody is to say "never look again". */
export const longestKept = 7;

/** Opens the first archive that is there, with when it was asked for where it was kept since. Throws `HostError`. */
export async function findArchive(
  host: Host,
  { source, reach, again }: Pick<VexSource, 'source' | 'reach' | 'again'>,
  { found, interval, folder }: NamedArchives,
): Promise<OpenedArchive & { readonly asked: Date | undefined }> {
  const reasons: string[] = [];
  for (const { at, within } of found) {
    const answer =
      source.list === undefined
        ? await askedFor(reach, at, again ? 0 : Math.min(interval ?? 0, longestKept * 24 * 3_600_000))
        : await inFolder(source, at, folder);
    if ('reason' in answer) {
      reasons.push(answer.reason);
      continue;
    }
    const address = source.list === undefined ? withoutQuery(at) : answer.path;
    try {
      return { ...(await openVexArchive(host, answer.bytes, { address, within })), asked: answer.asked };
    } catch (error) {
      answer.forget?.();
      throw error;
    }
  }
  throw new HostError(
    `no archive of the VEX repository at "${source.address}" can be had: ${reasons.join('; ')}`,
    source.list === undefined
      ? 'Try again later, or tell its publisher. Nothing was taken.'
      : 'Put it beside the manifest, or name the folder that it is unpacked in. Nothing was taken.',
  );
}

/** What follows the question mark may be a key, and the record of a document is for others to read. */
function withoutQuery(address: string): string {
  return address.replace(/[?#].*$/s, '');
}

type Answer =
  | {
      readonly bytes: Uint8Array;
      readonly path: string;
      readonly asked: Date | undefined;
      readonly forget: FeedSource['forget'] | undefined;
    }
  | { readonly reason: string };

async function askedFor(reach: Reach, at: string, keptFor: number): Promise<Answer> {
  const place = await reach(at);
  const left = (reason: string) => ({ reason: `${withoutQuery(at)}: ${reason}` });
  if ('reason' in place) return left(place.reason);
  const { source, path, query = {} } = place;
  try {
    const answer = await source.ask({ path, query, keptFor });
    if (answer.kind !== 'bytes') return left('it is not there');
    return { bytes: answer.bytes, path, asked: answer.asked, forget: source.forget };
  } catch (error) {
    if (error instanceof HostError) return { reason: error.message };
    throw error;
  }
}

/** A folder may be laid out as the addresses are, or hold the archive beside its manifest. */
async function inFolder(source: FeedSource, at: string, folder: string): Promise<Answer> {
  const path = (URL.canParse(at) ? pathOf(new URL(at)) : undefined) ?? at;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const places = [...new Set([path, `${folder}${name}`, name])];
  for (const each of places) {
    const bytes = await source.get(each);
    if (bytes !== undefined) return { bytes, path: each, asked: undefined, forget: undefined };
  }
  return { reason: `${withoutQuery(at)}: there is no ${places.join(', no ')} in the folder` };
}
