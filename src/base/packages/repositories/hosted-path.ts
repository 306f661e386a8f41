/**
 * A repository as it is known by, however it is fetched: host and path, such as `github.com/apple/swift-log`; `undefined` for
 * a folder. Schemes, users, ports, `.git` and slashes at the end do not tell packages apart.
 */
export function hostedPath(location: string): string | undefined {
  const [, authority, path] =
    /^[A-Za-z][A-Za-z0-9+.-]*:\/\/([^/?#]*)\/([^?#]*)/.exec(location) ??
    /^([^/:\s@]*@[^/:\s]+):([^?#]*)/.exec(location) ??
    [];
  const host = authority?.replace(/^.*@/, '').replace(/:\d+$/, '').toLowerCase();
  const clean = path
    ?.replace(/^\/+/, '')
    .replace(/(?<!\/)\/+$/, '')
    .replace(/\.git$/i, '');
  return host === undefined || host === '' || clean === undefined || clean === '' ? undefined : `${host}/${clean}`;
}
