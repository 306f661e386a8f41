/** A defect by the id that it is known by, and its other ids. */
export type NamedDefect = { readonly id: string; readonly aliases: readonly string[] };

/** Two CVEs are never one defect, although a record may name both; any other id may get a CVE later, or lose it. */
export function isSameDefect(before: NamedDefect, now: NamedDefect): boolean {
  if (before.id === now.id) return true;
  if (before.id.startsWith('CVE-') && now.id.startsWith('CVE-')) return false;
  return now.aliases.includes(before.id) || before.aliases.includes(now.id);
}
