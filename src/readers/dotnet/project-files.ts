import { foldersAbove } from '../../base/paths/folders-above.ts';

/** The names of the files that all projects below their folder import by themselves. */
const importedFiles: readonly string[] = [
  'Directory.Packages.props',
  'Directory.Build.props',
  'Directory.Build.targets',
];

/** The globs of the files in which people write down the packages that a project needs. */
export const projectFiles: readonly string[] = [
  '**/*.{csproj,fsproj,vbproj}',
  ...importedFiles.map((name) => `**/${name}`),
];

/** The globs of NuGet's lockfiles: in a folder of several projects each may name its own. */
export const nugetLockfiles: readonly string[] = ['**/packages.lock.json', '**/packages.*.lock.json'];

/** Project files in the folder of a file; for a lockfile that is named after one of them, that one. */
export function projectsBeside(path: string, tree: readonly string[]): readonly string[] {
  const folder = path.replace(/(?<![^/])[^/]*$/, '');
  const beside = tree.filter(
    (candidate) => candidate.startsWith(folder) && !candidate.includes('/', folder.length) && isProject(candidate),
  );
  const owner = /^packages\.(.+)\.lock\.json$/i.exec(path.slice(folder.length))?.[1]?.toLowerCase();
  const named = beside.filter((project) => lockNameOf(project.slice(folder.length)) === owner);
  return named.length > 0 ? named : beside;
}

/** NuGet writes the spaces in a project's name as underscores. */
function lockNameOf(project: string): string {
  return project
    .replace(/\.[^.]*$/, '')
    .replaceAll(' ', '_')
    .toLowerCase();
}

/** Where the files lie that a project imports by itself: in its folder or above it. */
export function propsAbove(path: string): readonly string[] {
  return foldersAbove(path).flatMap((folder) => importedFiles.map((name) => `${folder}${name}`));
}

/** Whether a path is that of a project file. */
export function isProject(path: string): boolean {
  return /\.(?:csproj|fsproj|vbproj)$/i.test(path);
}
