import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { tool } from '../../app/product.ts';
import type { TrackerAnswer, TrackerPlace, TrackerSource } from '../../app/sync/tracker-source.ts';
import { HostError, UsageError } from '../../base/errors.ts';
import { nextLink } from '../../base/next-link.ts';
import type { TrackerQuestion } from '../../model/plugs/tracker.ts';
import { filesBelow } from '../files/files.ts';
import type { AnswerCache, KeptAnswer } from './answer-cache.ts';
import { keyHeader } from './key-header.ts';
import { useProxy } from './use-proxy.ts';

/** How often a tracker is asked for one page, and the milliseconds before the second time, which double. */
export type TrackerPatience = { readonly attempts: number; readonly pause: number; readonly stall: number };

const usual: TrackerPatience = { attempts: 3, pause: 1000, stall: 60_000 };

/**
 * Opens a tracker at an http(s) address, or a folder with its answers: to `repos/a/b/issues` it is `repos/a/b/issues.json`,
 * and `issues-2.json` for the second page. A token is sent to the tracker's own origin alone, and over https or to this machine.
 * What the cache holds is asked for on condition that it has changed, which costs a tracker, and its limit, next to nothing.
 */
export function openTracker(
  { address, token }: TrackerPlace,
  cwd: string,
  environment: Readonly<Record<string, string | undefined>>,
  patience = usual,
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
      if (url !== undefined) return askPatiently({ url, headers, patience, cache });
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
  readonly patience: TrackerPatience;
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

async function askPatiently(asking: Asking): Promise<TrackerAnswer> {
  const { attempts, pause } = asking.patience;
  for (let attempt = 1; ; attempt++) {
    const answer = await askOnce(asking);
    if (!('again' in answer)) return answer;
    if (attempt === attempts)
      return refusal(asking.url.href, answer.again, 'Check address and network, and try again later.');
    await setTimeout(pause * 2 ** (attempt - 1));
  }
}

/** One attempt; redirects are followed within the tracker's own origin, for only there the token is meant. */
async function askOnce({ url, headers, patience, cache }: Asking): Promise<TrackerAnswer | { readonly again: string }> {
  const kept = cache?.take(url.href);
  let at = url;
  try {
    for (let redirects = 0; redirects <= 3; redirects++) {
      const signal = AbortSignal.timeout(patience.stall);
      const response = await fetch(at, { headers: { ...headers, ...conditions(kept) }, redirect: 'manual', signal });
      const location =
        response.status >= 300 && response.status < 400 && response.status !== 304 && response.headers.get('location');
      if (response.status === 304 && kept !== undefined) return answerWith(kept, url, at);
      if (!location) return await answerOf(response, url, at, cache);
      await response.body?.cancel();
      const next = sameOrigin(location, at);
      if (next === undefined)
        return refusal(url.href, 'it leads to another host', 'Write the address that holds now into the record.');
      at = next;
    }
    return refusal(url.href, 'it leads on more than 3 times', 'Check the address in the record.');
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    if (!(cause instanceof Error)) throw error;
    return {
      again:
        'code' in cause
          ? String(cause.code)
          : cause.name === 'TimeoutError'
            ? 'nothing arrived in time'
            : cause.message,
    };
  }
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
  response: Response,
  url: URL,
  at: URL,
  cache: AnswerCache | undefined,
): Promise<TrackerAnswer | { readonly again: string }> {
  const { status } = response;
  if (status === 200) {
    const bytes = await bodyOf(response);
    if (bytes === undefined) return refusal(url.href, 'a page has more than 64 MB', 'Narrow the source in the record.');
    const { headers } = response;
    const validators = {
      etag: headers.get('etag') ?? undefined,
      lastModified: headers.get('last-modified') ?? undefined,
    };
    const answer = { validators, bytes, link: headers.get('link') ?? undefined };
    if (validators.etag !== undefined || validators.lastModified !== undefined) cache?.keep(url.href, answer);
    return answerWith(answer, url, at);
  }
  await response.body?.cancel();
  const said = `the tracker answers ${status} ${response.statusText}`.trim();
  if (status === 410)
    return refusal(url.href, `${said}: its list is switched off`, 'Name another source in the record.');
  if (status === 404)
    return refusal(url.href, said, 'Check address and project in the record; a private project needs a token.');
  if (status === 429 || (status === 403 && response.headers.get('x-ratelimit-remaining') === '0'))
    return refusal(url.href, `${said}: the rate limit is used up${untilWhen(response.headers)}`, rateHelp);
  if (status === 401 || status === 403)
    return refusal(url.href, said, 'Name a variable with a valid token as tokenFrom of the tracker in tureen.yaml.');
  if (status >= 500) return { again: said };
  return refusal(url.href, said, 'Check the source in the record.');
}

const rateHelp = 'Try again then; with a token, named by tokenFrom of the tracker in tureen.yaml, the limit is higher.';

async function bodyOf(response: Response): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > 64 * 2 ** 20) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** When the limit is lifted: seconds to wait, or seconds since 1970. */
function untilWhen(headers: Headers): string {
  const wait = headers.get('retry-after');
  const reset = Number(headers.get('x-ratelimit-reset') ?? headers.get('ratelimit-reset') ?? Number.NaN);
  if (wait && /^\d{1,6}$/.test(wait)) return ` for ${wait} s`;
  return reset > 1e9 && reset < 1e11 ? ` until ${new Date(reset * 1000).toISOString()}` : '';
}

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
