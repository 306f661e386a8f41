import { HostError } from '../../../base/errors.ts';
import type { VexFeed, VexListing } from '../../../model/plugs/vex-feed.ts';
import type { Host } from '../../host.ts';
import { findArchive } from './find-archive.ts';
import type { Place, Reach, Shelf } from './reach.ts';
import type { OpenedArchive } from './vex-archive.ts';
import type { VexSource } from './vex-source.ts';

type Listing<Kind extends VexListing['kind']> = Extract<VexListing, { readonly kind: Kind }>;

/** A document that a list names, and where it lies. */
export type ListedVex = Pick<Listing<'document'>, 'subject' | 'changed'> & {
  readonly shelf: Shelf;
  readonly path: string;
};

/** What the lists of a source name, and what of it was left with the reason. */
export type VexListings = {
  readonly feed: VexFeed;
  readonly documents: ReadonlyMap<string, ListedVex>;
  readonly keys: readonly Listing<'key'>[];
  /** Whether every document is to be hashed and signed, by the word of its publisher. */
  readonly promised: boolean;
  readonly left: string[];
  /** The archive that they lie in, with when it was asked for where it was kept since. */
  readonly archive: (OpenedArchive & { readonly asked: Date | undefined }) | undefined;
};

/** Reads the lists of a source, those that they lead to, and those in its archive. Throws `HostError`. */
export async function vexListings(host: Host, opened: VexSource): Promise<VexListings> {
  const { source, entry } = opened;
  const { feed } = entry;
  const documents = new Map<string, ListedVex>();
  const found = { keys: [] as Listing<'key'>[], left: [] as string[], promised: false };
  let archive: VexListings['archive'];
  const pending: FoundList[] = [{ at: entry.path, answer: entry.answer }];
  const asked = new Set([entry.path]);
  try {
    for (const { at, answer } of pending)
      for (const one of feed.listed(at, answer)) {
        if (one.kind === 'damaged')
          throw new HostError(`${at} at "${source.address}" is damaged: ${one.reason}`, 'Nothing of it was taken.');
        if (one.kind === 'document') {
          const place = archive === undefined ? await opened.reach(one.at) : { shelf: archive, path: one.at };
          if ('reason' in place) found.left.push(`${one.at}: ${place.reason}; import it by hand`);
          else documents.set(keyOf(place), { ...one, shelf: place.shelf, path: place.path });
        } else if (one.kind === 'archives') {
          archive = await findArchive(host, opened, { ...one, folder: at.replace(/[^/]*$/, '') });
          pending.push(await indexOf(archive));
        } else if (one.kind === 'list') {
          if (asked.has(one.at)) continue;
          asked.add(one.at);
          const list = pending.length < mostLists ? await listAt(opened.reach, one) : tooMany;
          if (typeof list === 'string') found.left.push(`${one.at} is named, and ${list}`);
          else pending.push(list);
        } else if (one.kind === 'key') found.keys.push(one);
        else if (one.kind === 'promise') found.promised = true;
        else found.left.push(leftBecause(one));
      }
  } catch (error) {
    archive?.close();
    throw error;
  }
  return { feed, documents, archive, ...found };
}

/** What two lists name by the same address is one document; what follows the question mark may tell two apart. */
function keyOf({ shelf, path, query = {} }: Pick<Place, 'shelf' | 'path' | 'query'>): string {
  return JSON.stringify([shelf.address, path, query]);
}

type FoundList = { readonly at: string; readonly answer: Uint8Array };

/** Lists that one source may have; a provider has one for each year or label. */
const mostLists = 200;
const tooMany = `is not read: a source may have ${mostLists} lists`;

async function indexOf(archive: OpenedArchive): Promise<FoundList> {
  const answer = await archive.get('index.json');
  if (answer !== undefined) return { at: 'index.json', answer };
  throw new HostError(`the archive "${archive.address}" has no index.json`, 'Nothing of it was taken.');
}

/** A list, or the one that says the same, or why there is none. */
async function listAt(reach: Reach, { at, otherwise }: Listing<'list'>): Promise<FoundList | string> {
  let reason = 'is not there';
  for (const each of otherwise === undefined ? [at] : [at, otherwise]) {
    const place = await reach(each);
    const answer = 'reason' in place ? undefined : await had(place);
    if (answer instanceof Uint8Array) return { at: each, answer };
    if ('reason' in place) ({ reason } = place);
    else if (answer !== undefined) reason = `cannot be had: ${answer.message}`;
  }
  return reason;
}

/** One list that cannot be had keeps nobody from the others. */
async function had({ shelf, path }: Place): Promise<Uint8Array | HostError | undefined> {
  try {
    return await shelf.get(path);
  } catch (error) {
    if (error instanceof HostError) return error;
    throw error;
  }
}

function leftBecause(one: Listing<'source' | 'withheld' | 'unusable'>): string {
  if (one.kind === 'unusable') return `${one.name}: ${one.reason}`;
  if (one.kind === 'source')
    return `${one.address}${one.name === undefined ? '' : ` of ${one.name}`} is a source of its own; name it by itself`;
  return `${one.at} is marked TLP:${one.label}, and was not asked for; import by hand what may be kept`;
}
