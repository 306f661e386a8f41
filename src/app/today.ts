import type { Host } from './host.ts';

/** The host's day, `YYYY-MM-DD` in UTC. */
export function today(host: Host): string {
  return host.clock.now().toISOString().slice(0, 10);
}
