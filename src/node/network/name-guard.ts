import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { isInnerHost } from '../../base/is-inner-host.ts';

/** The name of a host leads into a network of one's own, of which the one that named it cannot know. */
export class InnerAddress extends Error {
  override readonly name = 'InnerAddress';
}

/**
 * What looks up the name of a host for a connection, to which another, that a person named, has led. What a person names may lie
 * in an inner network, and so may what that leads to then; as a host was first met, it stays. Behind a
 * proxy nothing is looked up here. Throws `InnerAddress`, as what looks up gives it.
 */
export type NameGuard = (url: URL, first: URL) => LookupFunction;

/** Gives all addresses of a name. */
export type Resolve = (
  name: string,
  options: LookupOptions,
  done: (error: Error | null, addresses: LookupAddress[]) => void,
) => void;

/** Makes a guard that has met no host yet. */
export function nameGuard(resolve: Resolve = ofMachine): NameGuard {
  const met = new Map<string, Met>();
  const gaveInner = new Set<string>();
  return (url, first) => {
    const host = nameOf(url);
    const isClosed = () => {
      const kind = literal(first) ?? met.get(nameOf(first));
      return host === nameOf(first) ? kind === 'outer' : kind !== 'inner';
    };
    const refusal = (address: string) =>
      new InnerAddress(`"${host}" leads to ${address} in a network of your own, of which ${first.host} cannot know`);
    // A connection that is open already is taken again without another look.
    if (gaveInner.has(host) && isClosed()) throw refusal('an address');
    return (name, options, callback) =>
      resolve(name, options, (error, all) => {
        if (error !== null) return callback(error, []);
        const given = isClosed() ? all.filter((one) => !isInner(one)) : all;
        const [chosen] = given;
        if (chosen === undefined) return callback(refusal(all[0]?.address ?? 'no address'), []);
        const inner = given.filter(isInner).length;
        if (inner > 0) gaveInner.add(host);
        if (!met.has(host)) met.set(host, inner === 0 ? 'outer' : inner === given.length ? 'inner' : 'both');
        return options.all === true ? callback(error, given) : callback(error, chosen.address, chosen.family);
      });
  };
}

/** The guard of this process. */
export const machineNames: NameGuard = nameGuard();

/** Where the addresses of a host lay when it was first met. */
type Met = 'inner' | 'outer' | 'both';

/** Where a host lies whose name tells it. */
function literal(url: URL): Met | undefined {
  if (isInnerHost(url.hostname)) return 'inner';
  return isIP(nameOf(url)) === 0 ? undefined : 'outer';
}

/** The name as it is looked up. */
function nameOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}

function isInner({ address, family }: LookupAddress): boolean {
  return isInnerHost(family === 6 ? `[${address}]` : address);
}

function ofMachine(name: string, options: LookupOptions, done: Parameters<Resolve>[2]): void {
  lookup(name, { ...options, all: true }, done);
}
