/** The names of lockfiles of conda-lock; whoever keeps one for each Python or use puts that behind or before. */
export const condaLockFiles: readonly string[] = [
  '**/conda-lock.{yml,yaml}',
  '**/conda-lock[-_.]*.{yml,yaml}',
  '**/*[-_.]conda-lock.{yml,yaml}',
];

/** The names that explicit lists go by: those of conda-lock and pixi, and those that conda's manual and habit give them. */
export const condaExplicitFiles: readonly string[] = [
  '**/conda-*.lock',
  '**/*-{linux,osx,win}-{32,64,aarch64,arm64,ppc64le}.lock',
  '**/spec-file*.txt',
  '**/*[-_]spec-file*.txt',
  '**/*conda[-_]spec*.txt',
  '**/explicit*.txt',
  '**/*[-_]explicit.txt',
];

/** The names that environment files of conda go by; conda-lock writes some too. */
export const environmentFiles: readonly string[] = [
  '**/environment.{yml,yaml}',
  '**/environment[-_.]*.{yml,yaml}',
  '**/*[-_]environment.{yml,yaml}',
  '**/conda-*.lock.{yml,yaml}',
];
