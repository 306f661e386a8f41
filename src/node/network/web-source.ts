import { unescape } from 'node:querystring';
import type { FeedAnswer, FeedRequest, FeedSource, SourceOptions, Validators } from '../../app/feed-source.ts';
import { tool } from '../../app/product.ts';
import { HostError, UsageError } from '../../base/errors.ts';
import type { HostAnswer } from './ask-host.ts';
import { askPatiently, type Outcome, type Refused, type Watch } from './ask-patiently.ts';
import { followRedirects, shown } from './follow-redirects.ts';
import { machineNames, type NameGuard } from './name-guard.ts';
import { atOnce, usual, type Pacing, type Patience } from './patience.ts';
import { askedPause, requestLimit } from './request-limit.ts';
import { unfinishedDownload, type UnfinishedDownload } from './unfinished-download.ts';
import { useProxy } from './use-proxy.ts';

/**
 * The files below an http(s) address, through the proxy of HTTPS_PROXY, HTTP_PROXY and NO_PROXY; name and password in
 * it are sent, and never shown. Throws `UsageError`.
 */
export function webSource(
  address: string,
  options: SourceOptions = {},
  patience: Patience = usual,
  pacing: Pacing = atOnce,
  names: NameGuard = machineNames,
): FeedSource {
  if (!URL.canParse(address))
    throw new UsageError(`"${address}" is no address`, 'Write it as https://host/path, without spaces.');
  useProxy();
  const base = new URL(address);
  const authorization = authorizationOf(base);
  const own = { ...(authorization !== undefined && { authorization }), ...options.headers };
  base.username = '';
  base.password = '';
  const ask: FeedSource['ask'] = async (request) => {
    const url = below(base, request);
    if (url === undefined) return { kind: 'none' };
    const secret = { ...own, ...request.headers };
    const place = options.beside === undefined ? undefined : { beside: options.beside, large: patience.large };
    const unfinished = unfinishedDownload(url.href, request.enough === undefined ? place : undefined);
    return answerTo({ url, secret, request, options, patience, pacing, names, unfinished });
  };
  const get: FeedSource['get'] = async (path) => {
    const answer = await ask({ path });
    return answer.kind === 'bytes' ? answer.bytes : undefined;
  };
  return { address: shown(base), ask, get };
}

type Question = {
  readonly url: URL;
  /** Headers for the address's own host alone. */
  readonly secret: Readonly<Record<string, string>>;
  readonly request: FeedRequest;
  readonly options: SourceOptions;
  readonly patience: Patience;
  readonly pacing: Pacing;
  readonly names: NameGuard;
  readonly unfinished: UnfinishedDownload;
};

function authorizationOf({ username, password }: URL): string | undefined {
  if (username === '' && password === '') return undefined;
  const words = `${unescape(username)}:${unescape(password)}`;
  return `Basic ${Buffer.from(words).toString('base64')}`;
}

/** The address of a path; `undefined` when it climbs out of the base. */
function below(base: URL, { path, query = {} }: FeedRequest): URL | undefined {
  const steps = path.split('/');
  if (steps.some((step) => step === '' || step === '.' || step === '..')) return undefined;
  const url = new URL(base);
  url.pathname = `${base.pathname.replace(/\/$/, '')}/${steps.map(encodeURIComponent).join('/')}`;
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}

async function answerTo(question: Question): Promise<FeedAnswer> {
  const { url, patience, pacing, unfinished } = question;
  const once = (watch: Watch) => askOnce(question, watch);
  const outcome = await askPatiently({ patience, pacing, once, brought: unfinished.length });
  if (outcome.kind === 'answer') return outcome.answer;
  throw failure(url, outcome);
}

function failure(url: URL, { reason, help = networkHelp, ...answer }: Refused): HostError {
  return new HostError(`"${shown(url)}" cannot be fetched: ${reason}`, help, undefined, answer);
}

const networkHelp =
  'Check the address and the network, and try again later; behind a proxy set HTTPS_PROXY. The store was not changed.';

async function askOnce(question: Question, { signal, arrived }: Watch): Promise<Outcome<FeedAnswer>> {
  const asked = conditions(question);
  const open = { 'user-agent': `${tool.name}/${tool.version}`, ...asked };
  const { secret, names, options } = question;
  const ledFrom = options.ledFrom === undefined ? undefined : new URL(options.ledFrom);
  const response = await followRedirects(question.url, { ledFrom, open, secret, names, signal });
  if ('kind' in response) return response;
  if (response.status === 304) return unchanged(asked);
  if (response.status < 200 || response.status > 299) return refusal(response, question);
  return await download(response, question, arrived);
}

/** A host that was not told what is at hand cannot know that it is the same. */
function unchanged(asked: Readonly<Record<string, string>>): Outcome<FeedAnswer> {
  if ('if-none-match' in asked || 'if-modified-since' in asked)
    return { kind: 'answer', answer: { kind: 'unchanged' } };
  return { kind: 'again', reason: 'the host answers 304, that nothing has changed, and was not asked for that' };
}

/** Asks for the rest of what has arrived in part (RFC 9110, 13.1.5), else for what is not at hand (13.1.2 and 13.1.3). */
function conditions({ request, unfinished }: Question): Record<string, string> {
  const validator = strongest(unfinished.validators());
  if (unfinished.length() > 0 && validator !== undefined)
    return { range: `bytes=${unfinished.length()}-`, 'if-range': validator, 'accept-encoding': 'identity' };
  const { etag, lastModified } = request.unless ?? {};
  if (etag !== undefined) return { 'if-none-match': etag };
  return lastModified === undefined ? {} : { 'if-modified-since': lastModified };
}

/** A weak etag says that two answers mean the same, not that their bytes are. */
function strongest({ etag, lastModified }: Validators): string | undefined {
  return etag !== undefined && !etag.startsWith('W/') ? etag : lastModified;
}

function refusal(response: HostAnswer, { unfinished, patience }: Question): Outcome<FeedAnswer> {
  response.drop();
  const who = response.status === 407 ? 'proxy' : 'host';
  const reason = `the ${who} answers ${response.status} ${response.statusText}`.trim();
  if (response.status === 404 || response.status === 410) return { kind: 'answer', answer: { kind: 'none' } };
  if (response.status === 416 && unfinished.length() > 0) {
    unfinished.restart({});
    return { kind: 'again', reason, pause: 0 };
  }
  const limit = requestLimit(response);
  if (limit !== undefined)
    return {
      kind: 'again',
      reason: `${reason}${limit.until}`,
      pause: limit.pause ?? patience.throttled,
      help: limitHelp,
    };
  if (response.status === 403 && patience.throttled !== undefined)
    return { kind: 'again', reason, pause: patience.throttled, help: limitHelp };
  if (response.status === 408 || response.status >= 500)
    return { kind: 'again', reason, pause: askedPause(response.headers.get('retry-after')) };
  return {
    kind: 'refused',
    reason,
    status: response.status,
    help: 'Check the address; one that needs a password is https://name:password@host/path. The store was not changed.',
  };
}

const limitHelp =
  'Try again when it is lifted; a source that gives out keys answers more with one. The store was not changed.';

async function download(
  response: HostAnswer,
  question: Question,
  arrived: Watch['arrived'],
): Promise<Outcome<FeedAnswer>> {
  const { unfinished, request, options } = question;
  const { largestAnswer } = question.patience;
  const validators = validatorsOf(response.headers);
  const part = partOf(response, unfinished);
  if (part === 'other') {
    unfinished.restart({});
    return { kind: 'again', reason: 'the host answers 206, with another part than was asked for' };
  }
  if (part === undefined) unfinished.restart(response.headers.has('content-encoding') ? {} : validators);
  const stated = Number(response.headers.get('content-length') ?? Number.NaN);
  const total =
    Number.isNaN(stated) || response.headers.has('content-encoding') ? undefined : stated + unfinished.length();
  if (total !== undefined && total > largestAnswer)
    return { kind: 'refused', reason: `it has more than ${largestAnswer} bytes` };
  for await (const piece of response.body) {
    arrived(piece.length);
    if (unfinished.length() + piece.length > largestAnswer) {
      unfinished.restart({});
      return { kind: 'refused', reason: `it has more than ${largestAnswer} bytes` };
    }
    unfinished.add(piece);
    options.arrived?.(request.path, unfinished.length(), total);
    if (request.enough?.(piece) === true) break;
  }
  if (part !== undefined && unfinished.length() < part.whole)
    return { kind: 'again', reason: `the host sends ${unfinished.length()} of ${part.whole} bytes` };
  const headers = Object.fromEntries(response.headers);
  return { kind: 'answer', answer: { kind: 'bytes', bytes: unfinished.take(), validators, headers } };
}

/**
 * Of how many bytes an answer is the rest (0 where the host does not tell); `undefined` for a whole answer, which a host
 * that knows no ranges sends again.
 */
function partOf(
  { status, headers }: HostAnswer,
  { length }: UnfinishedDownload,
): { readonly whole: number } | 'other' | undefined {
  if (status !== 206) return undefined;
  const [, start, whole] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers.get('content-range') ?? '') ?? [];
  if (length() === 0 || start === undefined || Number(start) !== length()) return 'other';
  return { whole: whole === '*' ? 0 : Number(whole) };
}

function validatorsOf(headers: Headers): Validators {
  return { etag: headers.get('etag') ?? undefined, lastModified: headers.get('last-modified') ?? undefined };
}
