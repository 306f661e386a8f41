import { dayInWords } from '../base/day.ts';
import type { Host } from './host.ts';

/** The host's day, `YYYY-MM-DD` in UTC. */
export function today(host: Host): string {
  return host.clock.now().toISOString().slice(0, 10);
}

/** The host's day as people are told of it, with what holds it where the clock does not run. */
export function todayInWords(host: Host): string {
  return dayInWords(today(host), host.clock.heldBy);
}
