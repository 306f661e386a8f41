import { HostError } from '../../base/errors.ts';
import type { FeedSource } from '../feed-source.ts';

/** The source, whose failures say what was to be fetched. */
export function sourceFor(what: string, source: FeedSource): FeedSource {
  const named = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer;
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      throw new HostError(`${what}: ${error.message}`, error.help, error);
    }
  };
  const { list, forget } = source;
  return {
    address: source.address,
    ask: (request) => named(source.ask(request)),
    get: (path) => named(source.get(path)),
    ...(forget !== undefined && { forget }),
    ...(list !== undefined && { list: () => named(list()) }),
  };
}
