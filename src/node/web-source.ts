import { unescape } from 'node:querystring';
import { setTimeout } from 'node:timers/promises';
import type { FeedSource } from '../app/host.ts';
import { tool } from '../app/product.ts';
import { HostError, UsageError } from '../base/errors.ts';

/** How patient a source on the network is with it. */
export type Patience = {
  /** How often an answer is asked for in all. */
  readonly attempts: number;
  /** The wait before the second attempt, in milliseconds; it doubles with each further one. */
  readonly pause: number;
  /** How long nothing may arrive, in milliseconds. */
  readonly stall: number;
  /** The longest wait that a server may ask for, in milliseconds. */
  readonly longestPause: number;
  /** The largest answer in bytes. */
  readonly largestAnswer: number;
};

const usual: Patience = {
  attempts: 4,
  pause: 1000,
  stall: 60_000,
  longestPause: 60_000,
  largestAnswer: 2 ** 31 - 1,
};

/** The files below an http(s) address; name and password in it are sent, and never shown. Throws `UsageError`. */
export function webSource(address: string, patience: Patience = usual): FeedSource {
  if (!URL.canParse(address))
    throw new UsageError(`"${address}" is no address`, 'Write it as https://host/path, without spaces.');
  const base = new URL(address);
  const authorization = authorizationOf(base);
  base.username = '';
  base.password = '';
  return {
    address: shown(base),
    get: async (path) => {
      const url = below(base, path);
      return url === undefined ? undefined : ask({ url, authorization, patience });
    },
  };
}

type Question = { readonly url: URL; readonly authorization: string | undefined; readonly patience: Patience };

type Outcome =
  | { readonly kind: 'answer'; readonly bytes: Uint8Array | undefined }
  | { readonly kind: 'again'; readonly reason: string; readonly pause?: number | undefined }
  | { readonly kind: 'refused'; readonly reason: string; readonly help?: string };

function authorizationOf({ username, password }: URL): string | undefined {
  if (username === '' && password === '') return undefined;
  const words = `${unescape(username)}:${unescape(password)}`;
  return `Basic ${Buffer.from(words).toString('base64')}`;
}

/** An address fit for a message: what follows the question mark may be a key. */
function shown({ origin, pathname, search }: URL): string {
  return `${origin}${pathname}${search === '' ? '' : '?…'}`;
}

/** The address of a path; `undefined` when it climbs out of the base. */
function below(base: URL, path: string): URL | undefined {
  const steps = path.split('/');
  if (steps.some((step) => step === '' || step === '.' || step === '..')) return undefined;
  const url = new URL(base);
  url.pathname = `${base.pathname.replace(/\/$/, '')}/${steps.map(encodeURIComponent).join('/')}`;
  return url;
}

async function ask(question: Question): Promise<Uint8Array | undefined> {
  const { attempts, pause, longestPause } = question.patience;
  for (let attempt = 1; ; attempt++) {
    const outcome = await askOnce(question);
    if (outcome.kind === 'answer') return outcome.bytes;
    if (outcome.kind === 'refused') throw failure(question.url, outcome.reason, outcome.help);
    const wait = outcome.pause ?? pause * 2 ** (attempt - 1);
    if (attempt === attempts || wait > longestPause) throw failure(question.url, outcome.reason);
    await setTimeout(wait);
  }
}

function failure(url: URL, reason: string, help = networkHelp): HostError {
  return new HostError(`"${shown(url)}" cannot be fetched: ${reason}`, help);
}

const networkHelp =
  'Check the address and the network, and try again later; behind a proxy set HTTPS_PROXY and NODE_USE_ENV_PROXY=1.';

/** One attempt, given up when nothing arrives for as long as patience allows. */
async function askOnce({ url, authorization, patience }: Question): Promise<Outcome> {
  const control = new AbortController();
  const stalled = globalThis.setTimeout(() => control.abort(), patience.stall);
  try {
    const response = await follow(url, authorization, control.signal);
    if ('kind' in response) return response;
    if (!response.ok) return await refusal(response);
    return await download(response, patience.largestAnswer, () => stalled.refresh());
  } catch (error) {
    if (control.signal.aborted) return { kind: 'again', reason: `nothing arrived for ${patience.stall / 1000} s` };
    return networkProblem(error);
  } finally {
    stalled.close();
    control.abort();
  }
}

/** Follows redirects; what the address says of name and password is meant for its own host alone. */
async function follow(start: URL, authorization: string | undefined, signal: AbortSignal): Promise<Response | Outcome> {
  let url = start;
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const own = authorization !== undefined && url.origin === start.origin;
    const headers = { 'user-agent': `${tool.name}/${tool.version}`, ...(own ? { authorization } : {}) };
    const response = await fetch(url, { headers, redirect: 'manual', signal });
    const location = response.status >= 300 && response.status < 400 ? response.headers.get('location') : undefined;
    if (!location) return response;
    await response.body?.cancel();
    if (!URL.canParse(location, url.href))
      return { kind: 'refused', reason: `it leads to "${location}", which is no address` };
    const next = new URL(location, url);
    const safe = next.protocol === 'https:' || (next.protocol === 'http:' && url.protocol === 'http:');
    if (!safe) return { kind: 'refused', reason: `it leads to "${shown(next)}", away from https` };
    url = next;
  }
  return { kind: 'refused', reason: `it leads on more than ${mostRedirects} times` };
}

const mostRedirects = 5;

async function refusal(response: Response): Promise<Outcome> {
  await response.body?.cancel();
  const reason = `the host answers ${response.status} ${response.statusText}`.trim();
  if (response.status === 404 || response.status === 410) return { kind: 'answer', bytes: undefined };
  if (response.status === 429 || response.status === 408 || response.status >= 500)
    return { kind: 'again', reason, pause: askedPause(response.headers.get('retry-after')) };
  return {
    kind: 'refused',
    reason,
    help: 'Check the address; one that needs a password is https://name:password@host/path.',
  };
}

/** `Retry-After` holds seconds or a date (RFC 9110, 10.2.3); milliseconds from now. */
function askedPause(header: string | null): number | undefined {
  if (!header) return undefined;
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(wait) ? undefined : Math.max(wait, 0);
}

async function download(response: Response, largest: number, arrived: () => void): Promise<Outcome> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    arrived();
    length += chunk.length;
    if (length > largest) return { kind: 'refused', reason: `it has more than ${largest} bytes` };
    chunks.push(chunk);
  }
  return { kind: 'answer', bytes: Buffer.concat(chunks) };
}

function networkProblem(error: unknown): Outcome {
  const cause = error instanceof Error ? error.cause : undefined;
  if (!(cause instanceof Error)) throw error;
  const code = 'code' in cause ? String(cause.code) : cause.message;
  if (!/CERT|SIGNED|SIGNATURE/.test(code)) return { kind: 'again', reason: networkReasons[code] ?? code };
  return {
    kind: 'refused',
    reason: `its certificate is not trusted (${code})`,
    help: 'If your network has a certificate authority of its own, name its file in NODE_EXTRA_CA_CERTS.',
  };
}

const networkReasons: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no host of this name',
  EAI_AGAIN: 'the name of the host cannot be looked up',
  ECONNREFUSED: 'the host refuses the connection',
  ECONNRESET: 'the connection broke off',
  UND_ERR_SOCKET: 'the connection broke off',
  ETIMEDOUT: 'the host does not answer',
  UND_ERR_CONNECT_TIMEOUT: 'the host does not answer',
};
