import type { HostError } from '../../../base/errors.ts';
import type { PageQuestion } from '../../../model/plugs/database-pages.ts';
import type { DatabaseAnswer } from './database-files.ts';
import { refuseDatabase, type OpenedDatabase } from './opened-database.ts';

/** A database that answers page by page. */
export type PagedDatabase = OpenedDatabase & { readonly at: { readonly kind: 'pages' } };

/** More pages than any database has; the NVD has some two hundred. */
const mostPages = 20_000;

/**
 * Asks an interface for all of a database, or for what changed since an instant, page by page. Throws `HostError` when a
 * page is none, for part of a row is never taken for the whole.
 */
export async function* pagesOf(
  opened: PagedDatabase,
  { since, now }: { readonly since: string | undefined; readonly now: string },
  told: { total?: number | undefined },
): AsyncGenerator<DatabaseAnswer> {
  const { pages, path } = opened.at;
  const asked = new Set<string>();
  for (const first of pages.questions(since, now)) {
    for (let question: PageQuestion | undefined = first; question !== undefined;) {
      const spelt = JSON.stringify(question);
      if (asked.has(spelt)) throw refusePages(opened, 'is damaged: its pages lead in a circle', tryAgain);
      if (asked.size === mostPages) throw refusePages(opened, `goes on after ${mostPages} pages`, 'Check the address.');
      asked.add(spelt);
      const answer = await opened.source.ask({ path, query: question });
      if (answer.kind !== 'bytes')
        throw refusePages(opened, 'is not there', 'Check the address, and the key where one is set.');
      const after = pages.after(question, answer);
      if (after.kind === 'damaged') throw refusePages(opened, `is damaged: ${after.reason}`, tryAgain);
      yield { path, bytes: answer.bytes };
      // Where the row became shorter, what followed moved up, and something was passed over.
      if (since === undefined && after.total !== undefined) told.total = Math.max(told.total ?? 0, after.total);
      question = after.next;
    }
  }
}

/** A row that moved on while it was read has some records on two pages, and others on none. Throws `HostError`. */
export function refuseGaps(opened: PagedDatabase, total: number | undefined, came: number): void {
  if (total === undefined || came >= total) return;
  throw refusePages(opened, `changed while it was read: of ${total} records ${came} came`, 'Try again.');
}

function refusePages(opened: PagedDatabase, what: string, help: string): HostError {
  opened.source.forget?.();
  return refuseDatabase(opened, what, help);
}

const tryAgain = 'It may have changed while it was read: try again, and check the address.';
