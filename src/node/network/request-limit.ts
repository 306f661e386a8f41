import type { HostAnswer } from './ask-host.ts';

/** The milliseconds until a limit of requests is lifted, where the host tells, and both in words. */
export type RequestLimit = { readonly pause: number | undefined; readonly until: string };

/**
 * Reads a refusal as the end of a limit of requests: 429 (RFC 6585, 4), or 403 from hosts that mean the same by it;
 * `undefined` where it is another.
 */
export function requestLimit({ status, headers }: Pick<HostAnswer, 'status' | 'headers'>): RequestLimit | undefined {
  const pause = askedPause(headers.get('retry-after')) ?? untilReset(headers);
  const until = `: its limit of requests is used up${pause === undefined || pause <= 0 ? '' : ` for ${Math.ceil(pause / 1000)} s`}`;
  if (status === 429) return { pause, until };
  const isLimit = told(headers, 'remaining') === '0' || headers.has('retry-after');
  return status === 403 && isLimit ? { pause, until } : undefined;
}

/** `Retry-After` holds seconds or a date (RFC 9110, 10.2.3); milliseconds from now. */
export function askedPause(header: string | null): number | undefined {
  if (!header) return undefined;
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(wait) ? undefined : Math.max(wait, 0);
}

/** GitHub and GitLab tell the second since 1970 at which a used up limit is lifted. */
function untilReset(headers: Headers): number | undefined {
  const [left, reset = ''] = ['remaining', 'reset'].map((name) => told(headers, name));
  if (left !== '0' || !/^\d{9,11}$/.test(reset)) return undefined;
  return Math.max(Number(reset) * 1000 - Date.now(), 0);
}

function told(headers: Headers, name: string): string | undefined {
  return headers.get(`x-ratelimit-${name}`) ?? headers.get(`ratelimit-${name}`) ?? undefined;
}
