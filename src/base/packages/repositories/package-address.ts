/** A repository that a package is built from, and the state of it that was asked for. */
export type Repository = {
  /** The repository's own address. */
  readonly address: string;
  /** The address with its state, as a package URL's `vcs_url` writes it: `git+https://host/path@commit#folder`. */
  readonly vcsUrl: string;
  /** The full commit; `undefined` when a branch, a tag or nothing was asked for. */
  readonly commit: string | undefined;
};

/** Joins the parts of a repository's address; `kind` is git, hg, svn or bzr. */
export function repositoryAt(kind: string, address: string, state: string | undefined, folder?: string): Repository {
  const clean = withoutSecrets(address);
  return {
    address: clean,
    vcsUrl: `${kind}+${clean}${state === undefined ? '' : `@${state}`}${folder === undefined ? '' : `#${folder}`}`,
    commit: state !== undefined && isCommit(state) ? state : undefined,
  };
}

/** Whether a text is a whole commit hash, which cannot move; a short one may come to mean another. */
export function isCommit(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}

/** An address without what may be a secret: user and password (but for the `git` user of ssh), query and fragment. */
export function withoutSecrets(address: string): string {
  if (!/[?#]|^[^/]*:\/\/[^/]*@/.test(address)) return address;
  const bare = address.replace(/[?#].*$/s, '');
  const authority = /^([A-Za-z][A-Za-z0-9+.-]*:\/\/)([^/]*)@/.exec(bare);
  if (authority === null) return bare;
  const [whole, scheme = '', user = ''] = authority;
  return `${scheme}${/ssh/.test(scheme) && !user.includes(':') ? `${user}@` : ''}${bare.slice(whole.length)}`;
}

/** The last part of an address or path, unescaped: the name of the archive. */
export function fileNameOf(address: string): string {
  const name = withoutSecrets(address).split(/[/\\]/).at(-1) ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
