import { HostError } from '../../../base/errors.ts';
import { vexFeeds } from '../../../feeds/vex/index.ts';
import type { VexFeed } from '../../../model/plugs/vex-feed.ts';
import type { FeedSource } from '../../feed-source.ts';

/** Where a source begins: the feed, the path of its list, and the list. */
export type VexEntry = { readonly feed: VexFeed; readonly path: string; readonly answer: Uint8Array };

/** Finds where a source begins: at the list that the person named, or at the first that is there. Throws `HostError`. */
export async function vexEntry(source: FeedSource, named: string | undefined): Promise<VexEntry> {
  const pages: string[] = [];
  let refused: HostError | undefined;
  for (const { feed, path } of entriesOf(source, named)) {
    const answer = await givenOr(source, path);
    if (answer instanceof HostError) refused ??= answer;
    if (!(answer instanceof Uint8Array)) continue;
    if (path.endsWith('.json') && isPage(answer)) pages.push(path);
    else return { feed, path, answer };
  }
  if (refused !== undefined) throw refused;
  const looked = (named === undefined ? vexFeeds.flatMap(({ entries }) => entries) : [named]).join(', ');
  throw new HostError(
    `"${source.address}" is no source of VEX${pages.length === 0 ? '' : `: it answers ${pages[0]} with a page of HTML`}`,
    `It is looked for as ${looked}.`,
  );
}

/** Some hosts refuse what is not there. */
async function givenOr({ get }: FeedSource, path: string): Promise<Uint8Array | HostError | undefined> {
  try {
    return await get(path);
  } catch (error) {
    if (error instanceof HostError && error.status !== undefined) return error;
    throw error;
  }
}

function entriesOf(source: FeedSource, named: string | undefined) {
  const all = vexFeeds.flatMap((feed) => feed.entries.map((path) => ({ feed, path })));
  if (named !== undefined) return all.filter(({ path }) => path === named);
  const isUnpacked = ({ feed, path }: (typeof all)[number]) => source.list !== undefined && path === feed.unpacked;
  return all.toSorted((a, b) => Number(isUnpacked(b)) - Number(isUnpacked(a)));
}

/** A host may answer whatever it is asked for with its own page. */
function isPage(answer: Uint8Array): boolean {
  return /^\s*</.test(new TextDecoder().decode(answer.subarray(0, 100)));
}

/**
 * The folder or address of a source that may be named by the list that it begins with, and that list. The root of a
 * repository on GitHub is that of its main branch (VEX repository 0.1, section 2.2).
 */
export function rootOf(from: string): { readonly root: string; readonly named: string | undefined } {
  const [, repository] = /^https:\/\/github\.com\/([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(from) ?? [];
  if (repository !== undefined)
    return { root: `https://raw.githubusercontent.com/${repository}/main`, named: 'vex-repository.json' };
  const named = vexFeeds
    .flatMap(({ entries }) => entries)
    .filter((path) => from.endsWith(`/${path}`) || from === path)
    .toSorted((a, b) => b.length - a.length)[0];
  if (named === undefined) return { root: from, named };
  return { root: from === named ? '.' : from.slice(0, -named.length - 1), named };
}
