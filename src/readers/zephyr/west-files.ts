/** The globs of west manifests, of people and of west itself. */
export const westFiles = ['**/west.{yml,yaml}', '**/west[-_.]@([!c]|ci)*.{yml,yaml}', '**/*[-_.]west.{yml,yaml}'];

/** The manifest that a file was frozen from, when its name says that it was. */
export function manifestOfFrozen(path: string): string | undefined {
  const manifest = path.replace(/(?<=^|\/)west[-_.](?:frozen|freeze|lock|resolved)(?=\.ya?ml$)/, 'west');
  return manifest === path ? undefined : manifest;
}

/** The files that hold the frozen form of a manifest, of all that there are. */
export function frozenFormsOf(path: string, tree: readonly string[]): readonly string[] {
  return tree.filter((other) => manifestOfFrozen(other) === path);
}
