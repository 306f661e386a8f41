import type { PageQuestion } from '../../../model/plugs/database-pages.ts';
import type { DatabaseAnswer } from './database-files.ts';
import { refuseDatabase, type OpenedDatabase } from './opened-database.ts';

/** More pages than any database has; the NVD has some two hundred. */
const mostPages = 20_000;

/**
 * Asks an interface for all of a database, or for what changed since an instant, page by page. Throws `HostError` when a
 * page is none, for part of a row is never taken for the whole.
 */
export async function* pagesOf(
  opened: OpenedDatabase & { readonly at: { readonly kind: 'pages' } },
  since: string | undefined,
  now: string,
): AsyncGenerator<DatabaseAnswer> {
  const { pages, path } = opened.at;
  let asked = 0;
  for (const first of pages.questions(since, now)) {
    for (let question: PageQuestion | undefined = first; question !== undefined;) {
      const answer = await opened.source.ask({ path, query: question });
      if (answer.kind !== 'bytes') throw refuseDatabase(opened, 'is not there', 'Check the address.');
      const after = pages.after(question, answer);
      if (after.kind === 'damaged') throw refuseDatabase(opened, `is damaged: ${after.reason}`, tryAgain);
      if (++asked > mostPages) throw refuseDatabase(opened, `goes on after ${mostPages} pages`, 'Check the address.');
      yield { path, bytes: answer.bytes };
      question = after.next;
    }
  }
}

const tryAgain = 'It may have changed while it was read: try again, and check the address.';
