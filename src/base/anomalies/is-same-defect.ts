import { isCve } from './is-cve.ts';

/** A defect by the id that it is known by, and its other ids. */
export type NamedDefect = { readonly id: string; readonly aliases: readonly string[] };

/** Two CVEs are never one defect, although a record may name both; any other id may get a CVE later, or lose it. */
export function isSameDefect(before: NamedDefect, now: NamedDefect): boolean {
  if (before.id === now.id) return true;
  if (isCve(before.id) && isCve(now.id)) return false;
  return now.aliases.includes(before.id) || before.aliases.includes(now.id);
}
