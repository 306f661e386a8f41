import { HostError } from '../../base/errors.ts';
import type { ListPages, PageQuestion } from '../../model/plugs/database-pages.ts';
import type { FeedSource } from '../feed-source.ts';

/** More pages than any list has. */
const mostPages = 2000;

/**
 * Asks for all pages of a list and puts them together. Throws `HostError` where one is none, and where the list moved on
 * meanwhile: part of it is never taken for the whole.
 */
export async function listPagesOf(pages: ListPages, source: FeedSource, path: string): Promise<Uint8Array> {
  const refuse = (what: string) => {
    source.forget?.();
    return new HostError(`the list at "${source.address}" ${what}`, 'Try again. The store was not changed.');
  };
  const came: Uint8Array[] = [];
  let total = 0;
  for (let question: PageQuestion | undefined = pages.first; question !== undefined;) {
    if (came.length === mostPages) throw refuse(`goes on after ${mostPages} pages`);
    const answer = await source.ask({ path, query: question });
    if (answer.kind !== 'bytes') throw refuse(`has no page ${came.length + 1}`);
    const after = pages.after(question, answer);
    if (after.kind === 'damaged') throw refuse(`is damaged: ${after.reason}`);
    came.push(answer.bytes);
    total = Math.max(total, after.total ?? 0);
    question = after.next;
  }
  const { bytes, entries } = pages.joined(came);
  if (entries < total) throw refuse(`changed while it was read: of ${total} entries ${entries} came`);
  return bytes;
}
