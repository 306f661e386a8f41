/** Files that hold components in a format without a reader, and what to do about them where that is known. */
export type UnreadFormat = { readonly title: string; readonly files: readonly string[]; readonly help?: string };

/** The formats without a reader: a scan names each file of theirs instead of passing it over. */
export const unreadFormats: readonly UnreadFormat[] = [
  {
    title: 'the binary lockfile of bun',
    files: ['**/bun.lockb'],
    help: 'Run `bun install --save-text-lockfile` with bun 1.1.39 or later, and commit bun.lock in its place.',
  },
  { title: 'the lockfile of Bazel modules', files: ['**/MODULE.bazel.lock'] },
  { title: 'the lockfile of Nix flakes', files: ['**/flake.lock'] },
  { title: 'the lockfile of Terraform providers', files: ['**/.terraform.lock.hcl'] },
  { title: 'the lockfile of dep', files: ['**/Gopkg.lock'] },
  { title: 'the lockfile of Paket', files: ['**/paket.lock'] },
  { title: 'the lockfile of Stack', files: ['**/stack.yaml.lock'] },
  { title: 'the frozen versions of Cabal', files: ['**/cabal.project.freeze'] },
  { title: 'the snapshot of Carton', files: ['**/cpanfile.snapshot'] },
  { title: 'the selections of dub', files: ['**/dub.selections.json'] },
  {
    title: 'a lockfile of this name',
    files: ['**/*.{lock,lockfile}', '**/*[-.]lock.{json,yaml,yml,toml}', '**/*.lock.{json,yaml,yml,toml}'],
  },
];
