import type { Scope } from '../../model/component.ts';
import { parseMsbuildFile, type PackageItem } from './msbuild-file.ts';
import type { ScopeOfDirect } from './nuget-graph.ts';
import { isProject, projectsBeside, propsAbove } from './project-files.ts';

/** What the project files beside a lockfile, and the files they import, tell of what they ask for. */
export function scopeByProjects(path: string, companions: ReadonlyMap<string, string>): ScopeOfDirect {
  const projects = projectsBeside(path, [...companions.keys()]);
  const known = new Map<string, { readonly item: PackageItem; readonly file: string }>();
  for (const file of [...propsAbove(path).toReversed(), ...projects]) {
    const text = companions.get(file);
    const parsed = text === undefined ? undefined : parseMsbuildFile(text);
    if (parsed === undefined || 'message' in parsed) continue;
    for (const item of parsed.references) known.set(item.name.toLowerCase(), { item, file });
  }
  return ({ facts, own }) => {
    if (own && projects.length > 0)
      return { scope: 'runtime', reason: `a project that ${projects[0] ?? ''} builds on` };
    const found = known.get(facts.name.toLowerCase());
    if (found !== undefined && (projects.length > 0 || !isProject(found.file)))
      return scopeOfItem(found.item, found.file);
    return { scope: 'unknown', reason: 'packages.lock.json does not tell what its packages are for' };
  };
}

/** What the metadata of a reference tells: what a project keeps to itself, or takes no code of, is not in its output. */
export function scopeOfItem(item: PackageItem, file: string): { readonly scope: Scope; readonly reason: string } {
  const { privateAssets, includeAssets, excludeAssets } = item;
  if (has(privateAssets, 'all')) return { scope: 'development', reason: `PrivateAssets="all" in ${file}` };
  if (has(excludeAssets, 'all', 'runtime'))
    return { scope: 'development', reason: `ExcludeAssets="${excludeAssets}" in ${file}` };
  if (includeAssets !== undefined && !has(includeAssets, 'all', 'runtime', 'native'))
    return { scope: 'development', reason: `IncludeAssets="${includeAssets}" in ${file}` };
  return { scope: 'runtime', reason: `no PrivateAssets="all" in ${file}` };
}

function has(assets: string | undefined, ...kinds: readonly string[]): boolean {
  const listed =
    assets
      ?.toLowerCase()
      .split(/[;,]/)
      .map((kind) => kind.trim()) ?? [];
  return kinds.some((kind) => listed.includes(kind));
}
