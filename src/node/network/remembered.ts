import type { FeedAnswer, FeedRequest, FeedSource } from '../../app/feed-source.ts';
import type { AnswerCache } from './answer-cache.ts';

/**
 * The source at an address, which remembers the answers that are to be kept: what still stands is not sent again, and what is
 * new enough not asked for. The whole address tells them apart, with what is not to be shown of it.
 */
export function remembered(source: FeedSource, address: string, cache: () => AnswerCache): FeedSource {
  const taken = new Set<string>();
  return {
    ...source,
    ask: async (request) => {
      if (request.keptFor === undefined) return source.ask(request);
      const key = JSON.stringify([address, request.path, request.query]);
      taken.add(key);
      return askAgain(source, request, { key, cache: cache() });
    },
    forget: () => {
      source.forget?.();
      for (const key of taken) cache().drop(key);
    },
  };
}

async function askAgain(
  source: FeedSource,
  request: FeedRequest,
  { key, cache }: { readonly key: string; readonly cache: AnswerCache },
): Promise<FeedAnswer> {
  const kept = cache.take(key);
  const asked = cache.asked(key);
  const age = asked === undefined ? Number.NaN : Date.now() - asked.getTime();
  if (kept !== undefined && age >= 0 && age < (request.keptFor ?? 0))
    return { kind: 'bytes', bytes: kept.bytes, validators: kept.validators, headers: {}, asked };
  const answer = await source.ask({ ...request, unless: kept?.validators });
  if (answer.kind === 'bytes') cache.keep(key, answer);
  if (answer.kind !== 'unchanged' || kept === undefined) return answer;
  cache.confirm(key);
  return { kind: 'bytes', bytes: kept.bytes, validators: kept.validators, headers: {} };
}
