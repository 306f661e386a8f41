import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { tool } from '../../app/product.ts';
import type { TrackerAnswer, TrackerPlace, TrackerSource } from '../../app/sync/tracker-source.ts';
import { HostError, UsageError } from '../../base/errors.ts';
import { nextLink } from '../../base/next-link.ts';
import type { TrackerQuestion } from '../../model/plugs/tracker.ts';
import { filesBelow } from '../files/files.ts';
import type { AnswerCache, KeptAnswer } from './answer-cache.ts';
import { askHost, type HostAnswer } from './ask-host.ts';
import { askPatiently, type Outcome, type Refused, type Watch } from './ask-patiently.ts';
import { keyHeader } from './key-header.ts';
import { machineNames } from './name-guard.ts';
import { atOnce, usual as usualOfAll, type Patience } from './patience.ts';
import { askedPause, requestLimit } from './request-limit.ts';
import { useProxy } from './use-proxy.ts';

const usual: Patience = { ...usualOfAll, attempts: 3, largestAnswer: 64 * 2 ** 20 };

/**
 * Opens a tracker at an http(s) address, or a folder with its answers: to `repos/a/b/issues` it is `repos/a/b/issues.json`,
 * and `issues-2.json` for the second page. A token is sent to the tracker's own origin alone, and over https or to this machine.
 * What the cache holds is asked for on condition that it has changed, which costs a tracker, and its limit, next to nothing.
 */
export function openTracker(
  { address, token }: TrackerPlace,
  cwd: string,
  environment: Readonly<Record<string, string | undefined>>,
  patience: Patience = usual,
  cache?: AnswerCache,
): TrackerSource {
  if (!/^https?:\/\//i.test(address)) return folderTracker(address, resolve(cwd, address));
  if (!URL.canParse(address)) throw new UsageError(`"${address}" is no address`, 'Write it as https://host/path.');
  useProxy();
  const base = new URL(address);
  if (base.username !== '' || base.password !== '')
    throw new UsageError(
      `the address of a tracker at ${base.host} holds a name or password`,
      'Take them out: records are no place for secrets. Name a variable with tokenFrom in tureen.yaml.',
    );
  const headers = {
    'user-agent': `${tool.name}/${tool.version}`,
    accept: 'application/json',
    ...keyHeader(base, token, environment),
  };
  return {
    ask: async (question) => {
      const url = typeof question === 'string' ? sameOrigin(question, base) : below(base, question);
      if (url !== undefined) return answerTo({ url, headers, patience, cache });
      return refusal(
        typeof question === 'string' ? question : `${address}/${question.path.join('/')}`,
        'it is no address below that of the tracker',
        'Check the project in the record.',
      );
    },
  };
}

type Asking = {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly patience: Patience;
  readonly cache: AnswerCache | undefined;
};

function below(base: URL, { path, query }: TrackerQuestion): URL | undefined {
  if (path.some((step) => step === '' || step === '.' || step === '..')) return undefined;
  const url = new URL(base);
  url.pathname = `${base.pathname.replace(/\/$/, '')}/${path.map(encodeURIComponent).join('/')}`;
  url.search = new URLSearchParams([...query].map(([name, value]): [string, string] => [name, value])).toString();
  return url;
}

function sameOrigin(address: string, base: URL): URL | undefined {
  const url = URL.canParse(address, base.href) ? new URL(address, base.href) : undefined;
  return url?.origin === base.origin ? url : undefined;
}

async function answerTo(asking: Asking): Promise<TrackerAnswer> {
  const once = (watch: Watch) => askOnce(asking, watch);
  const outcome = await askPatiently({ patience: asking.patience, pacing: atOnce, once });
  if (outcome.kind === 'answer') return outcome.answer;
  return refusal(asking.url.href, outcome.reason, outcome.help ?? 'Check address and network, and try again later.');
}

/** One attempt; redirects are followed within the tracker's own origin, for only there the token is meant. */
async function askOnce(asking: Asking, watch: Watch): Promise<Outcome<TrackerAnswer>> {
  const { url, headers } = asking;
  const kept = asking.cache?.take(url.href);
  let at = url;
  for (let redirects = 0; redirects <= 3; redirects++) {
    const lookup = machineNames(at, url);
    const response = await askHost(at, { headers: { ...headers, ...conditions(kept) }, signal: watch.signal, lookup });
    const { status } = response;
    if (status === 304 && kept !== undefined) return { kind: 'answer', answer: answerWith(kept, url, at) };
    const location = status >= 300 && status < 400 && status !== 304 ? response.headers.get('location') : undefined;
    if (!location) return await answerOf(response, asking, at, watch);
    response.drop();
    const next = sameOrigin(location, at);
    if (next === undefined)
      return refused('it leads to another host', 'Write the address that holds now into the record.');
    at = next;
  }
  return refused('it leads on more than 3 times', 'Check the address in the record.');
}

function refused(reason: string, help: string): Refused {
  return { kind: 'refused', reason, help };
}

/** What is at hand is asked for only where it is another by now (RFC 9110, 13.1.2 and 13.1.3). */
function conditions(kept: KeptAnswer | undefined): Record<string, string> {
  const { etag, lastModified } = kept?.validators ?? {};
  if (etag !== undefined) return { 'if-none-match': etag };
  return lastModified === undefined ? {} : { 'if-modified-since': lastModified };
}

function answerWith({ bytes, link }: KeptAnswer, url: URL, at: URL): TrackerAnswer {
  const moved = at.pathname === url.pathname ? undefined : `${at.origin}${at.pathname}`;
  return { kind: 'answer', address: url.href, bytes, next: nextLink(link), moved };
}

async function answerOf(
  response: HostAnswer,
  { url, patience, cache }: Asking,
  at: URL,
  { arrived }: Watch,
): Promise<Outcome<TrackerAnswer>> {
  const { headers } = response;
  if (response.status !== 200) return refusalBy(response, patience);
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of response.body) {
    arrived(piece.length);
    length += piece.length;
    if (length > patience.largestAnswer)
      return refused(`a page has more than ${patience.largestAnswer} bytes`, 'Narrow the source in the record.');
    pieces.push(piece);
  }
  const validators = {
    etag: headers.get('etag') ?? undefined,
    lastModified: headers.get('last-modified') ?? undefined,
  };
  const answer = { validators, bytes: Buffer.concat(pieces), link: headers.get('link') ?? undefined };
  if (validators.etag !== undefined || validators.lastModified !== undefined) cache?.keep(url.href, answer);
  return { kind: 'answer', answer: answerWith(answer, url, at) };
}

function refusalBy(response: HostAnswer, { throttled }: Patience): Outcome<TrackerAnswer> {
  const { status, statusText, headers } = response;
  response.drop();
  const said = `the ${status === 407 ? 'proxy' : 'tracker'} answers ${status} ${statusText}`.trim();
  const limit = requestLimit(response);
  if (limit !== undefined)
    return { kind: 'again', reason: `${said}${limit.until}`, pause: limit.pause ?? throttled, help: rateHelp };
  if (status === 304) return { kind: 'again', reason: `${said}, that nothing has changed, and was not asked for that` };
  if (status === 408 || status >= 500)
    return { kind: 'again', reason: said, pause: askedPause(headers.get('retry-after')) };
  if (status === 410) return refused(`${said}: its list is switched off`, 'Name another source in the record.');
  if (status === 404) return refused(said, 'Check address and project in the record; a private project needs a token.');
  if (status === 401 || status === 403)
    return refused(said, 'Name a variable with a valid token as tokenFrom of the tracker in tureen.yaml.');
  return refused(said, 'Check the source in the record.');
}

const rateHelp = 'Try again then; with a token, named by tokenFrom of the tracker in tureen.yaml, the limit is higher.';

function folderTracker(address: string, folder: string): TrackerSource {
  if (!existsSync(folder)) throw new UsageError(`there is no folder "${address}"`, 'Name the folder with the answers.');
  const { read } = filesBelow(folder);
  return {
    ask: async (question, page) => {
      if (typeof question === 'string') return refusal(question, 'a folder has no addresses', 'Name the folder anew.');
      const path = `${question.path.join('/')}${page === 1 ? '' : `-${page}`}.json`;
      const bytes = await read(path).catch(unreadable);
      if (bytes !== undefined)
        return { kind: 'answer', address: `${address}/${path}`, bytes, next: undefined, moved: undefined };
      const help = 'Put the answer of the tracker there; an empty list, [], where there is nothing more.';
      return refusal(`${address}/${path}`, 'there is no such file', help);
    },
  };
}

function unreadable(error: unknown): undefined {
  if (!(error instanceof HostError)) throw error;
  return undefined;
}

function refusal(address: string, reason: string, help: string): TrackerAnswer {
  return { kind: 'refused', address, reason, help };
}
