/** Quotes foreign text: bounded, control characters escaped, and of an address its scheme alone, for it may hold a password. */
export function quote(text: string): string {
  const bounded = text.slice(0, 200).replace(/:\/\/\S*/g, '://…');
  return JSON.stringify(bounded.length > 80 ? `${bounded.slice(0, 80)}…` : bounded);
}
