/**
 * Shows foreign text inside a message: in quotes, control characters escaped, cut after 100 characters. Of an address it
 * shows the scheme alone, for the rest may hold a password; `pkg://` begins a package URL, which has no place for one.
 */
export function quote(text: string): string {
  const shown = text.slice(0, 1000).replace(/(?<!\bpkg):\/\/\S*/g, '://…');
  return JSON.stringify(shown.length > 100 ? `${shown.slice(0, 100)}…` : shown);
}
