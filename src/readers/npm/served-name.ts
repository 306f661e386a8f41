/** The name under which a registry serves an archive: `@s/a` of `https://host/path/@s/a/-/a-1.0.0.tgz`. */
export function servedName(address = ''): string | undefined {
  const end = address.lastIndexOf('/-/');
  if (end === -1 || !/\.tgz(?:[?#]|$)/.test(address.slice(end))) return undefined;
  const [scope = '', name] = address.slice(0, end).replace(/%2f/gi, '/').split('/').slice(-2);
  return scope.startsWith('@') ? `${scope}/${name ?? ''}` : name;
}
