/** Where an interface is asked: a source gives what lies below its address, and an interface answers at the address itself. */
export type Interface = { readonly place: string; readonly path: string };

/** The interface at an address whose path ends so; `undefined` for any other address, and for a folder. */
export function interfaceAt(ending: string, from: string): Interface | undefined {
  if (!/^https?:/i.test(from) || !URL.canParse(from)) return undefined;
  const url = new URL(from);
  const path = url.pathname.replace(/\/$/, '');
  if (!path.endsWith(ending)) return undefined;
  const end = path.lastIndexOf('/');
  url.pathname = path.slice(0, end);
  return { place: url.href, path: path.slice(end + 1) };
}
