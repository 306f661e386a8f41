import { repositoryAt, type Repository } from '../../base/packages/repositories/package-address.ts';

/**
 * The repository that an address of npm, yarn, pnpm or bun leads to; `undefined` when it leads to an archive or a
 * folder. The state stands behind `#`: a commit, a branch or tag, or yarn's `commit=<hash>`.
 */
export function npmRepository(address: string): Repository | undefined {
  if (address.startsWith('https://') && address.endsWith('.tgz')) return undefined;
  const hash = address.indexOf('#');
  const place = hash === -1 ? address : address.slice(0, hash);
  const archive = /^https?:\/\/codeload\.github\.com\/([^/]+\/[^/]+)\/tar\.gz\/(?:refs\/(?:heads|tags)\/)?(.+)$/.exec(
    place,
  );
  if (archive !== null) return repositoryAt('git', `https://github.com/${archive[1] ?? ''}.git`, archive[2]);
  const repository = repositoryOf(place);
  return repository === undefined
    ? undefined
    : repositoryAt('git', repository, stateIn(address.slice(place.length + 1)));
}

function repositoryOf(place: string): string | undefined {
  const [, host, path = ''] = /^(github|gitlab|bitbucket|gist):(?!\/\/)(.+)$/.exec(place) ?? [];
  if (host !== undefined) return `https://${hosts.get(host) ?? host}/${path.replace(/\.git$/, '')}.git`;
  if (/^(?:git\+|git:\/\/|ssh:\/\/|git@)/.test(place)) return withScheme(place.replace(/^git\+/, ''));
  return /^https?:\/\/.+\.git$/.test(place) ? place : undefined;
}

/** An address as git takes it too, `git@host:path`, is one of ssh. */
function withScheme(place: string): string {
  return place.replace(/^([\w.-]+@[\w.-]+):(?!\/\/)\/?/, 'ssh://$1/');
}

const hosts = new Map([
  ['github', 'github.com'],
  ['gitlab', 'gitlab.com'],
  ['bitbucket', 'bitbucket.org'],
  ['gist', 'gist.github.com'],
]);

/** What was asked for or found: bare, behind `semver:`, or under one of yarn's keys. */
function stateIn(fragment: string): string | undefined {
  const named = /^(?:.*&)?(?:commit|tag|head|semver)=([^&]+)/s.exec(fragment)?.[1];
  const state = named ?? fragment.replace(/^semver:/, '');
  return state === '' ? undefined : state;
}
