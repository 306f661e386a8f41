/** How many of a list are shown, and what shows the rest, such as `--all shows them`. */
export type Limit = { readonly most: number; readonly rest: string };

/** The first of a list, and a line that counts what is left out and tells where it is listed; all of it without a limit. */
export function limited(lines: readonly string[], limit: Limit | undefined, of = ''): readonly string[] {
  return limit === undefined ? lines : [...lines.slice(0, limit.most), ...leftOut(lines.length, limit, of)];
}

/** The line that counts what a limit leaves out; none where it leaves out nothing. */
export function leftOut(count: number, { most, rest }: Limit, of = ''): readonly string[] {
  return count > most ? [`and ${count - most} more${of}; ${rest}`] : [];
}
