import type { FeedAnswer, FeedRequest, FeedSource } from '../../app/feed-source.ts';
import type { AnswerCache } from './answer-cache.ts';

/** The source, which remembers the answers that are to be kept: what still stands is not sent again, and what is new enough not asked for. */
export function remembered(source: FeedSource, cache: () => AnswerCache): FeedSource {
  return {
    ...source,
    ask: async (request) => (request.keptFor === undefined ? source.ask(request) : askAgain(source, request, cache())),
  };
}

async function askAgain(source: FeedSource, request: FeedRequest, cache: AnswerCache): Promise<FeedAnswer> {
  const key = JSON.stringify([source.address, request.path, request.query]);
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
