import { HostError } from '../../../base/errors.ts';
import { largestVex } from '../../vex/import-vex.ts';
import { largestProof, proofEndings } from '../../vex/signature-of.ts';
import type { Shelf } from './reach.ts';
import type { ListedVex } from './vex-listings.ts';

/** What a place gave: bytes, nothing where there are none, or the fault that kept them away. */
export type Had = Uint8Array | HostError | undefined;

/** A document as it was had, and what lies beside it, by its path. Throws `HostError` for a proof that cannot be had. */
export type AnsweredVex = Pick<ListedVex, 'shelf' | 'path'> & {
  readonly had: Had;
  readonly proof: (path: string) => Promise<Uint8Array | undefined>;
};

/** What is asked for: `withProofs`, whatever may prove any of them, too; else the proof of one when it is wanted. */
export type Asking = {
  readonly documents: readonly ListedVex[];
  readonly withProofs: boolean;
  /** Told now and then how many documents were looked at, of how many. */
  readonly progress: ((done: number, all: number) => void) | undefined;
};

/** Documents that are asked for at the same time, and after how many it is told how far it is. */
const atOnce = 8;
const fewDocuments = 1000;

/** Asks for documents, and ends early where a host gives none of them any more; each fault is that of its document or proof. */
export async function* answersTo({ documents, withProofs, progress }: Asking): AsyncGenerator<AnsweredVex> {
  const document = asker(largestVex);
  const askers = new Map(proofEndings.map((ending) => [ending, asker(largestProof)]));
  for (let start = 0; start < documents.length && !document.hasGivenUp(); start += atOnce) {
    if (start > 0 && start % fewDocuments === 0) progress?.(start, documents.length);
    const some = documents.slice(start, start + atOnce);
    const answers = await Promise.all(some.map(({ shelf, path }) => document.ask(shelf, path)));
    const proofs = some.map(() => new Map<string, Had>());
    for (const [ending, { ask }] of withProofs ? askers : [])
      await Promise.all(
        some.map(async ({ shelf, path }, index) => {
          proofs[index]?.set(`${path}${ending}`, await ask(shelf, `${path}${ending}`));
        }),
      );
    for (const [index, { shelf, path }] of some.entries())
      yield {
        shelf,
        path,
        had: answers[index],
        proof: async (file) => (withProofs ? given(proofs[index]?.get(file)) : shelf.get(file)),
      };
  }
}

/**
 * So many answers of one kind in a row fail where a host is not there, or not in order: what it refuses at once counts not, and
 * who is silent is left alone by itself.
 */
const mostInRow = 24;

/** Asks for one kind of file, until so many of them in a row could not be had. */
function asker(most: number) {
  let inRow = 0;
  const ask = async (shelf: Shelf, path: string): Promise<Had> => {
    if (inRow >= mostInRow) return new HostError(`${path} was not asked for: the ${mostInRow} before it failed`, '');
    try {
      const bytes = await shelf.get(path, most);
      inRow = 0;
      return bytes;
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      if (error.status === undefined && !error.isSilence) inRow++;
      return error;
    }
  };
  return { ask, hasGivenUp: () => inRow >= mostInRow };
}

function given(had: Had): Uint8Array | undefined {
  if (had instanceof HostError) throw had;
  return had;
}
