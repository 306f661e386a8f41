import { askHost, type HostAnswer } from './ask-host.ts';

/** Why an answer is not followed to where it leads. */
export type AstrayAnswer = { readonly kind: 'refused'; readonly reason: string };

/** What a question is asked with: headers for every host, those for the host of its address alone, and when to stop. */
export type AskedWith = {
  readonly open: Readonly<Record<string, string>>;
  readonly secret: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
};

/** Asks an address and follows where it leads; what is secret is meant for the address's own host alone. */
export async function followRedirects(
  start: URL,
  { open, secret, signal }: AskedWith,
): Promise<HostAnswer | AstrayAnswer> {
  let url = start;
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const headers = { ...open, ...(url.origin === start.origin ? secret : {}) };
    const response = await askHost(url, { headers, signal });
    const isMoved = response.status >= 300 && response.status < 400 && response.status !== 304;
    const location = isMoved ? response.headers.get('location') : undefined;
    if (!location) return response;
    response.drop();
    if (!URL.canParse(location, url.href))
      return { kind: 'refused', reason: `it leads to "${location}", which is no address` };
    const next = new URL(location, url);
    if (!/^https?:$/.test(next.protocol))
      return { kind: 'refused', reason: `it leads to "${shown(next)}", which is no address on the web` };
    if (next.protocol === 'http:' && url.protocol === 'https:')
      return { kind: 'refused', reason: `it leads to "${shown(next)}", away from https` };
    url = next;
  }
  return { kind: 'refused', reason: `it leads on more than ${mostRedirects} times` };
}

const mostRedirects = 5;

/** An address fit for a message: without name and password, and what follows the question mark may be a key. */
export function shown({ protocol, host, pathname, search }: URL): string {
  return `${protocol}${/^(?:data|blob):$/.test(protocol) ? '' : '//'}${host}${pathname}${search === '' ? '' : '?…'}`;
}
