import type { SourceOptions } from '../../app/feed-source.ts';
import { UsageError } from '../../base/errors.ts';

/**
 * The header that bears the key of a source; empty where its variable holds none. A key is sent over https or to this
 * machine. Throws `UsageError`.
 */
export function keyHeader(
  address: URL,
  key: NonNullable<SourceOptions['key']> | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const secret = key === undefined ? undefined : environment[key.variable];
  if (key === undefined || secret === undefined || secret === '') return {};
  if (address.protocol !== 'https:' && !isLoopback(address.hostname))
    throw new UsageError(
      `a token would be sent to "${address.origin}${address.pathname}" without encryption`,
      'Write the address with https.',
    );
  return { [key.header]: `${key.prefix}${secret}` };
}

/** Whether a host is this machine. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
