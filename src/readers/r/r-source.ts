import {
  isCommit,
  repositoryAt,
  withoutSecrets,
  type Repository,
} from '../../base/packages/repositories/package-address.ts';
import type { RenvEntry, RenvLock } from './renv-lock-schema.ts';

/** Where renv took a package from. */
export type RSource =
  | { readonly kind: 'cran' | 'bioconductor' }
  /** Another repository of packages; its address where the lockfile tells it. */
  | { readonly kind: 'repository'; readonly name: string; readonly address: string | undefined }
  | { readonly kind: 'git'; readonly repository: Repository; readonly isPinned: boolean }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'archive'; readonly address: string }
  | { readonly kind: 'unknown'; readonly written: string };

/** Reads the fields `Source`, `Repository` and `Remote…` of a package. */
export function rSource(entry: RenvEntry, lock: RenvLock): RSource {
  const written = entry.Source ?? '';
  const kind = (written === '' || /^unknown$/i.test(written) ? (entry.RemoteType ?? written) : written).toLowerCase();
  if (kind === 'bioconductor' || (kind === 'repository' && /^bioc/i.test(entry.Repository ?? '')))
    return { kind: 'bioconductor' };
  if (kind === 'repository' || kind === 'cran' || kind === 'standard')
    return fromRepository(entry.Repository ?? '', lock);
  if (hosts.has(kind)) return fromHost(kind, entry);
  const address = entry.RemoteUrl ?? '';
  if (/^(?:git|git2r|xgit)$/.test(kind) && address !== '') return fromGit(address, entry);
  if (kind === 'url' && address !== '') return { kind: 'archive', address: withoutSecrets(address) };
  if (kind === 'local' && address !== '')
    return /\.(?:tar\.(?:gz|bz2|xz)|tgz|zip)$/.test(address)
      ? { kind: 'archive', address: withoutSecrets(address) }
      : { kind: 'folder', path: address.replace(/^file:\/\//, '') };
  return { kind: 'unknown', written };
}

/** Mirrors of CRAN go by these names too. */
const mirrors = /^(?:cran|rspm|ppm|p3m|posit|packagemanager)?$/i;

function fromRepository(name: string, { R }: RenvLock): RSource {
  if (mirrors.test(name)) return { kind: 'cran' };
  const listed = Array.isArray(R.Repositories)
    ? R.Repositories.find((one) => one.Name === name)?.URL
    : Object.entries(R.Repositories ?? {}).find(([key]) => key === name)?.[1];
  const address = /^https?:\/\//.test(name) ? name : (listed ?? undefined);
  return { kind: 'repository', name: withoutSecrets(name), address: address && withoutSecrets(address) };
}

const hosts = new Map([
  ['github', 'github.com'],
  ['gitlab', 'gitlab.com'],
  ['bitbucket', 'bitbucket.org'],
]);

/** `RemoteHost` is that of the programming interface: `api.github.com`, `git.example/api/v3`. */
function fromHost(kind: string, entry: RenvEntry): RSource {
  const { RemoteHost, RemoteUsername, RemoteRepo } = entry;
  if (!RemoteUsername || !RemoteRepo) return { kind: 'unknown', written: entry.Source ?? kind };
  const host = (RemoteHost ?? '')
    .replace(/^https?:\/\//, '')
    .replace(/^api\.(?=github\.com|bitbucket\.org)/, '')
    .replace(/\/.*$/s, '');
  return fromGit(`https://${host || hosts.get(kind)}/${RemoteUsername}/${RemoteRepo}`, entry);
}

function fromGit(address: string, { RemoteSha, RemoteRef, RemoteSubdir }: RenvEntry): RSource {
  const repository = repositoryAt('git', address, RemoteSha || RemoteRef || undefined, RemoteSubdir || undefined);
  return { kind: 'git', repository, isPinned: isCommit(RemoteSha ?? '') };
}
