import { entryProblem, syntaxProblem, unreadable } from '../../base/reading.ts';
import type { Component } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Reader, Reading, Source } from '../../model/plugs/reader.ts';
import { expandProperties, parseMsbuildFile, type MsbuildFile, type PackageItem } from './msbuild-file.ts';
import { nugetComponent, nugetPinning } from './nuget-component.ts';
import { testProject } from './nuget-graph.ts';
import { isProject, projectsBeside, propsAbove } from './project-files.ts';
import { scopeOfItem } from './project-scope.ts';

/**
 * Reads project files of MSBuild, and the files that projects import by themselves, for the packages that they ask for.
 * A version there is the least that will do; what was taken stands in NuGet's own files, which come first where they lie
 * beside the project.
 */
export const nugetProject: Reader = {
  name: 'nuget-project',
  title: '.NET project files',
  capabilities: { scope: true, graph: false, hashes: false, licence: false, direct: true },
  companions: (_, path, tree) => [...resolvedBy(path, tree).slice(0, 1), ...propsAbove(path)],
  read: (source) => {
    const { path, text, companions } = source;
    const file = parseMsbuildFile(text);
    if ('message' in file) return unreadable(syntaxProblem(path, file.message, file.at));
    const [resolved] = resolvedBy(path, [path, ...companions.keys()]);
    if (resolved !== undefined) return leftTo(resolved, path);
    const imported = importsOf(source);
    const isTest = file.references.some(({ name }) => isSame(name, testProject.package));
    const needed = file.references.map((item) => packageComponent(item, path, [file, ...imported], isTest));
    return {
      components: [...(isProject(path) ? [ownProject(path, file, imported, needed)] : []), ...needed],
      graph: isProject(path) ? 'partial' : 'none',
      diagnostics: [
        ...(needed.length === 0 ? [] : [declaredOnly(path, needed.length)]),
        ...centralVersions(path, file),
      ],
    };
  },
};

/** Files in which NuGet notes what it took for a project; for a file that projects import, those of any project below. */
function resolvedBy(path: string, tree: readonly string[]): readonly string[] {
  const folder = path.replace(/(?<![^/])[^/]*$/, '');
  const below = tree.filter((one) => one.startsWith(folder));
  const locks = below.filter((one) => /(?:^|\/)packages\.(?:[^/]+\.)?lock\.json$/.test(one));
  if (!isProject(path)) return locks;
  const beside = locks.filter((one) => projectsBeside(one, below).includes(path));
  return [...beside, ...below.filter((one) => one === `${folder}obj/project.assets.json`)];
}

function leftTo(resolved: string, path: string): Reading {
  const message = `${path} gives no components, for ${resolved} tells what it came to`;
  const note = entryProblem({ file: path }, message, 'Nothing is to be done; that file is read for itself.');
  return { components: [], graph: 'none', diagnostics: [{ ...note, severity: 'note' }] };
}

/** The imported files that are there, the nearest first; of each name MSBuild takes the nearest alone. */
function importsOf({ path, companions }: Source): readonly MsbuildFile[] {
  const taken = new Set<string>();
  return propsAbove(path).flatMap((candidate) => {
    const name = candidate.replace(/^.*\//, '');
    const text = candidate === path ? undefined : companions.get(candidate);
    if (text === undefined || taken.has(name)) return [];
    taken.add(name);
    const file = parseMsbuildFile(text);
    return 'message' in file ? [] : [file];
  });
}

function packageComponent(item: PackageItem, file: string, files: readonly MsbuildFile[], isTest: boolean): Component {
  const central = files.flatMap(({ versions }) => versions).find(({ name }) => isSame(name, item.name))?.version;
  const asked = item.version ?? central;
  const expanded = asked === undefined ? undefined : (expandProperties(asked, files) ?? asked);
  const { version, pinning } = nugetPinning(expanded);
  const at = { file, line: item.line };
  const { scope, reason } = isTest ? testProject.evidence : scopeOfItem(item, file);
  return {
    ...nugetComponent(item.name, version, at, pinning),
    scope,
    scopeEvidence: [{ scope, reason, at }],
    relation: 'direct',
    firstParty: false,
    dependsOn: undefined,
  };
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** The package or assembly that a project makes; without another name it has that of its file. */
function ownProject(
  path: string,
  file: MsbuildFile,
  imported: readonly MsbuildFile[],
  needed: readonly Component[],
): Component {
  const files = [file, ...imported];
  const property = (name: string) => expandProperties(`$(${name})`, files) || undefined;
  const stem = path.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
  const at = { file: path, line: 1 };
  const licence = property('PackageLicenseExpression');
  return {
    ...nugetComponent(property('PackageId') ?? property('AssemblyName') ?? stem, property('Version'), at, {
      kind: 'exact',
    }),
    licences: licence === undefined ? [] : [{ expression: licence, at }],
    supplier: property('Company'),
    homepage: property('PackageProjectUrl'),
    repository: property('RepositoryUrl'),
    scope: 'runtime',
    scopeEvidence: [{ scope: 'runtime', reason: 'what this project builds', at }],
    relation: 'direct',
    firstParty: true,
    dependsOn: [...new Set(needed.map(({ purl }) => purl))].toSorted(),
  };
}

function declaredOnly(path: string, count: number): Diagnostic {
  return entryProblem(
    { file: path },
    `${path} asks for packages (${count}) and does not tell which versions are taken nor what they bring in`,
    'Set RestorePackagesWithLockFile to true, run dotnet restore and commit packages.lock.json.',
  );
}

function centralVersions(path: string, { versions }: MsbuildFile): Diagnostic[] {
  if (versions.length === 0) return [];
  const message = `${path} sets the versions of ${versions.length} packages; which of them are used, project files tell`;
  const help = 'Nothing is to be done; the project files are read for themselves.';
  return [{ ...entryProblem({ file: path }, message, help), severity: 'note' }];
}
