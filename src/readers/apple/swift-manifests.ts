import { resolvePath } from '../../base/paths/resolve-path.ts';
import { hostedPath } from '../../base/packages/repositories/hosted-path.ts';

/** The product's own manifests that a Package.resolved was made from. */
export type SwiftManifests = {
  /** Their paths, found or not. */
  readonly files: readonly string[];
  /** What they ask for, as `swiftPackageKey` calls it. */
  readonly asked: ReadonlySet<string>;
  /** Whether all of them were found, so that what none of them asks for is brought in by others. */
  readonly complete: boolean;
};

/** Reads the Package.swift beside a Package.resolved, or the projects of Xcode that it lies in, and the folders that these name. */
export function swiftManifests(opened: ReadonlyMap<string, string>, resolved: string): SwiftManifests {
  const files = new Set([firstManifest(resolved)]);
  const asked = new Set<string>();
  let complete = true;
  for (const file of files) {
    const text = opened.get(file);
    const manifest = text === undefined ? undefined : readManifest(file, text);
    if (manifest?.complete !== true) complete = false;
    for (const name of manifest?.asked ?? []) asked.add(name);
    for (const next of manifest?.further ?? []) {
      if (next === undefined) complete = false;
      else files.add(next);
    }
  }
  return { files: [...files], asked, complete };
}

/** What tells packages apart: the address of a repository, whatever its spelling, or an identity in a registry. */
export function swiftPackageKey(location: string): string {
  return (hostedPath(location) ?? location).toLowerCase();
}

type Manifest = {
  readonly asked: readonly string[];
  readonly further: readonly (string | undefined)[];
  readonly complete: boolean;
};

/** Xcode keeps the file inside of a project or of a workspace of several, the Swift package manager beside Package.swift. */
function firstManifest(resolved: string): string {
  const [, project, workspace] =
    /^(?:(.*\.xcodeproj)\/project\.xcworkspace|(.*\.xcworkspace))\/xcshareddata\/swiftpm\/[^/]*$/.exec(resolved) ?? [];
  if (project !== undefined) return `${project}/project.pbxproj`;
  if (workspace !== undefined) return `${workspace}/contents.xcworkspacedata`;
  return resolved.replace(/(?<![^/])[^/]*$/, 'Package.swift');
}

function readManifest(file: string, text: string): Manifest {
  if (file.endsWith('.pbxproj')) return readProject(file, text);
  return file.endsWith('.xcworkspacedata') ? readWorkspace(file, text) : readPackageSwift(file, text);
}

function readPackageSwift(file: string, text: string): Manifest {
  const calls = [
    ...withoutComments(text).matchAll(/\.package\s*\(\s*(?:name\s*:\s*"[^"]*"\s*,\s*)?(url|id|path)\s*:\s*"([^"]+)"/g),
  ].map(([, kind, value = '']) => ({ kind, value }));
  return {
    asked: calls.filter(({ kind }) => kind !== 'path').map(({ value }) => swiftPackageKey(value)),
    further: calls
      .filter(({ kind }) => kind === 'path')
      .map(({ value }) => resolvePath(file, `${value}/Package.swift`)),
    complete: true,
  };
}

/** Older projects name local packages in no list of their own: then it is not known what those ask for. */
function readProject(file: string, text: string): Manifest {
  const project = file.replace(/\/project\.pbxproj$/, '');
  return {
    asked: values(text, /\brepositoryURL = ("[^"\n]+"|[^;\s]+);/g).map(swiftPackageKey),
    further: values(text, /\bisa = XCLocalSwiftPackageReference;\s+relativePath = ("[^"\n]+"|[^;\s]+);/g).map(
      (folder) => resolvePath(project, `${folder}/Package.swift`),
    ),
    complete: !/\blastKnownFileType = wrapper;/.test(text),
  };
}

function readWorkspace(file: string, text: string): Manifest {
  const workspace = file.replace(/\/contents\.xcworkspacedata$/, '');
  return {
    asked: [],
    further: values(text, /\blocation\s*=\s*"(?:group|container):([^"]+\.xcodeproj)"/g).map((project) =>
      resolvePath(workspace, `${project}/project.pbxproj`),
    ),
    complete: true,
  };
}

function values(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([, value = '']) => value.replace(/^"(.*)"$/s, '$1'));
}

function withoutComments(swift: string): string {
  return swift.replace(/"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|\/\*[^*]*(?:\*(?!\/)[^*]*)*(?:\*\/)?/g, (found) =>
    found.startsWith('"') ? found : ' ',
  );
}
