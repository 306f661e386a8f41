import { askHost, type HostAnswer } from './ask-host.ts';
import { isInnerHost } from '../../base/is-inner-host.ts';
import type { NameGuard } from './name-guard.ts';

/** Why an answer is not followed to where it leads. */
export type AstrayAnswer = { readonly kind: 'refused'; readonly reason: string };

/**
 * What a question is asked with: who named its address, where that was no person, headers for every host, those for the host of
 * its address alone, how names are looked up, and when to stop.
 */
export type AskedWith = {
  readonly ledFrom: URL | undefined;
  readonly open: Readonly<Record<string, string>>;
  readonly secret: Readonly<Record<string, string>>;
  readonly names: NameGuard;
  readonly signal: AbortSignal;
};

/** Asks an address and follows where it leads; what is secret is meant for the address's own host alone. */
export async function followRedirects(
  start: URL,
  { ledFrom, open, secret, names, signal }: AskedWith,
): Promise<HostAnswer | AstrayAnswer> {
  const first = ledFrom ?? start;
  const astray = whyAstray(first, start, start);
  if (astray !== undefined) return { kind: 'refused', reason: astray };
  let url = start;
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const headers = { ...open, ...(url.origin === start.origin ? secret : {}) };
    const response = await askHost(url, { headers, signal, lookup: names(url, first) });
    const isMoved = response.status >= 300 && response.status < 400 && response.status !== 304;
    const location = isMoved ? response.headers.get('location') : undefined;
    if (!location) return response;
    response.drop();
    const next = URL.canParse(location, url.href) ? new URL(location, url) : undefined;
    if (next === undefined) return { kind: 'refused', reason: `it leads to "${location}", which is no address` };
    const reason = whyAstray(first, url, next);
    if (reason !== undefined) return { kind: 'refused', reason };
    url = next;
  }
  return { kind: 'refused', reason: `it leads on more than ${mostRedirects} times` };
}

const mostRedirects = 5;

/** Why nobody is led on to an address, by one to which the first has led; `undefined` where one is. */
export function whyAstray(first: URL, from: URL, next: URL): string | undefined {
  const leads = `it leads to "${shown(next)}"`;
  if (!/^https?:$/.test(next.protocol)) return `${leads}, which is no address on the web`;
  if (next.protocol === 'http:' && from.protocol === 'https:') return `${leads}, away from https`;
  if (isInnerHost(next.hostname) && !isInnerHost(first.hostname))
    return `${leads}, in a network of your own, of which ${first.host} cannot know`;
  return undefined;
}

/** An address fit for a message: without name and password, and what follows the question mark may be a key. */
export function shown({ protocol, host, pathname, search }: URL): string {
  return `${protocol}${/^(?:data|blob):$/.test(protocol) ? '' : '//'}${host}${pathname}${search === '' ? '' : '?…'}`;
}
