/** The address of the next page by the header `Link` (RFC 8288); `false` where there is such a header without one. */
export function nextLink(header: string | null | undefined): string | false | undefined {
  if (!header) return undefined;
  return /<([^<>]{1,2000})>\s{0,5};[^,<]{0,200}\brel="?next"?/.exec(header)?.[1] ?? false;
}
