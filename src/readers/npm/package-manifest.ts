import { z } from 'zod';
import { globs } from '../../base/paths/glob.ts';
import { parseJson } from '../../base/formats/json/json.ts';
import { entryProblem } from '../../base/reading.ts';
import { salvage } from '../../base/formats/salvage.ts';
import type { Scope } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { LinePlace } from '../../model/place.ts';

/** What a package.json tells of the package beside it. */
export type PackageManifest = {
  readonly file: string;
  readonly name: string | undefined;
  readonly version: string | undefined;
  /** What it asks for, list by list. */
  readonly lists: readonly ManifestList[];
  /** By the name or path that `resolutions` gives, what to take instead of what is asked for. */
  readonly resolutions: ReadonlyMap<string, string>;
};

/** One of a manifest's lists of dependencies: by name, what is asked for. */
export type ManifestList = {
  readonly scope: Scope;
  /** As in `dependencies of @dermascan/core`. */
  readonly reason: string;
  readonly at: LinePlace;
  readonly ranges: ReadonlyMap<string, string>;
};

/** Reads a package.json; what cannot be used of it, or all of it, goes to the diagnostics. */
export function parsePackageManifest(
  file: string,
  text: string,
  diagnostics: Diagnostic[],
): PackageManifest | undefined {
  const json = parseJson(text);
  if ('message' in json) {
    diagnostics.push(unusable({ file, ...json.at }, `${file} cannot be read: ${json.message}`));
    return undefined;
  }
  const { value, problems } = salvage(manifestSchema, json.value);
  for (const { keyPath, message } of problems) {
    const where = keyPath.length === 0 ? 'its top level' : `"${keyPath.join('.')}"`;
    diagnostics.push(unusable({ file, line: json.lineOf(keyPath) }, `${file} cannot be used: ${where}: ${message}`));
  }
  if (value === undefined) return undefined;
  const owner = value.name ?? (folderOf(file) || 'the root');
  const list = (scope: Scope, key: 'dependencies' | 'devDependencies' | 'optionalDependencies'): ManifestList => ({
    scope,
    reason: `${key} of ${owner}`,
    at: { file, line: json.lineOf([key]) },
    // npm, yarn and pnpm take what is listed as optional too out of the dependencies.
    ranges: new Map(
      Object.entries(value[key] ?? {}).filter(
        ([name]) => key !== 'dependencies' || !Object.hasOwn(value.optionalDependencies ?? {}, name),
      ),
    ),
  });
  return {
    file,
    name: value.name,
    version: value.version,
    lists: [
      list('runtime', 'dependencies'),
      list('optional', 'optionalDependencies'),
      list('development', 'devDependencies'),
    ].filter(({ ranges }) => ranges.size > 0),
    resolutions: new Map(Object.entries(value.resolutions ?? {})),
  };
}

/** The package.json files in a tree that the `workspaces` of one select, itself not among them. */
export function workspaceManifests(file: string, text: string, tree: Iterable<string>): readonly string[] {
  const json = parseJson(text);
  const { value } = 'message' in json ? { value: undefined } : salvage(manifestSchema, json.value);
  const { workspaces = [] } = value ?? {};
  const patterns = (Array.isArray(workspaces) ? workspaces : (workspaces.packages ?? [])).filter(isPattern);
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  const select = (wanted: readonly string[]) =>
    globs(wanted.map((pattern) => `${pattern.replace(/^\.?\/+/, '').replace(/(?<!\/)\/+$/, '')}/package.json`));
  const isSelected = select(patterns.filter((pattern) => !pattern.startsWith('!')));
  const isExcluded = select(patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1)));
  return [...tree].filter((path) => {
    if (!path.endsWith('/package.json') || !path.startsWith(folder) || path === file) return false;
    const inside = path.slice(folder.length);
    return isSelected(inside) && !isExcluded(inside);
  });
}

/** The package.json in the folder of another file. */
export function manifestBeside(path: string): string {
  return path.replace(/(?<![^/])[^/]*$/, 'package.json');
}

/** The folder of a file, without a slash behind it; empty for the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** A pattern that is longer than any path selects nothing, and could not be compiled. */
function isPattern(text: string): boolean {
  return text.length <= 4096;
}

const names = z.record(z.string(), z.string());
const patterns = z.array(z.string());

const manifestSchema = z.object({
  name: z.string().min(1).optional(),
  version: z.string().min(1).optional(),
  dependencies: names.optional(),
  devDependencies: names.optional(),
  optionalDependencies: names.optional(),
  resolutions: names.optional(),
  workspaces: z.union([patterns, z.object({ packages: patterns.optional() })]).optional(),
});

function unusable(at: LinePlace, message: string): Diagnostic {
  return entryProblem(
    at,
    message,
    'Mend the manifest: without it nobody can tell what is shipped from what only builds.',
  );
}
