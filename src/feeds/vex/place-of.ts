/**
 * The path of an address below a source, unescaped; the address itself where it lies elsewhere. The root of a source is what
 * remains of the address that a list of it has for itself without the path at which it was asked for.
 */
export function placeOf(address: string, own: string, path: string): string {
  const root = own.endsWith(path) ? own.slice(0, own.length - path.length) : '';
  if (root === '' || !address.startsWith(root) || /[?#]/.test(address)) return address;
  return unescaped(address.slice(root.length)) ?? address;
}

/** What a list names by its path beside itself. */
export function placeBeside(list: string, file: string): string {
  const isAddress = /^[a-z]+:\/\//i.test(list);
  const folder = list.replace(/[?#].*$/s, '').replace(/[^/]*$/, '');
  return folder + (isAddress ? file.split('/').map(encodeURIComponent).join('/') : file);
}

function unescaped(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
