import { parseJson } from '../../base/formats/json/json.ts';
import { formatPurl } from '../../base/packages/purl.ts';
import { entryProblem, shapeProblems, syntaxProblem, unreadable } from '../../base/reading.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import type { Relation, ScopeEvidence } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { LinePlace } from '../../model/place.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { depsJsonSchema, type DepsEntry, type DepsLibrary } from './deps-json-schema.ts';
import { contentHash, nugetComponent } from './nuget-component.ts';
import { nugetReading, testProject, type NugetEntry } from './nuget-graph.ts';

/**
 * Reads the `<application>.deps.json` by which the .NET host finds what it loads: the packages of the target that it
 * was built for, with the runtime itself where the application brings it along.
 */
export const depsJson: Reader = {
  name: 'deps-json',
  title: '.NET deps.json',
  capabilities: { scope: true, graph: true, hashes: true, licence: false, direct: true },
  read: ({ path, text }) => {
    const json = parseJson(text);
    if ('message' in json) return unreadable(syntaxProblem(path, json.message, json.at));
    if (Array.isArray(json.value)) return unreadable(ofAnotherTool(path));
    const deps = checkSchema(depsJsonSchema, json.value);
    if (!deps.ok) return unreadable(...shapeProblems(path, deps.problems, json.lineOf));
    const { runtimeTarget, targets, libraries } = deps.value;
    const named = typeof runtimeTarget === 'string' ? runtimeTarget : runtimeTarget.name;
    const target = Object.hasOwn(targets, named) ? targets[named] : undefined;
    if (target === undefined)
      return unreadable(syntaxProblem(path, `it has no target "${named.slice(0, 100)}", which "runtimeTarget" names`));

    const known = new Map(Object.entries(libraries));
    const rows = Object.entries(target).map(([key, entry]) => ({ key, entry, library: known.get(key) }));
    const asked = new Set(
      rows
        .filter(({ library }) => library?.type === 'project')
        .flatMap(({ entry }) => Object.keys(entry.dependencies).map((name) => name.toLowerCase())),
    );
    const hasProject = rows.some(({ library }) => library?.type === 'project');
    const entries = new Map<string, NugetEntry>();
    const evidence = new Map<NugetEntry, ScopeEvidence>();
    for (const { key, entry, library } of rows) {
      const at = { file: path, line: json.lineOf(['targets', named, key]) };
      const [name = ''] = key.toLowerCase().split('/');
      const one = entryOf(key, entry, library, asked.has(name) ? 'direct' : hasProject ? 'transitive' : 'unknown', at);
      // An assembly taken from a path may share its name with a package.
      entries.set(entries.has(name) ? key.toLowerCase() : name, one);
      evidence.set(one, { ...(asked.has(testProject.package) ? testProject.evidence : scopeOf(entry, library)), at });
    }
    for (const [key, library] of known) {
      if (Object.hasOwn(target, key)) continue;
      const at = { file: path, line: json.lineOf(['libraries', key]) };
      const one = entryOf(key, { dependencies: {} }, library, 'unknown', at);
      entries.set(key.toLowerCase(), one);
      evidence.set(one, { scope: 'unknown', reason: 'the target that is run does not hold it', at });
    }
    return nugetReading([entries], (one) => evidence.get(one) ?? unknownScope(path), undefined);
  },
};

/** Build tools of WordPress write lists of names into files that are called so. */
function ofAnotherTool(path: string): Diagnostic {
  const message = `${path} holds a list, so it is no deps.json of .NET`;
  const help =
    'Nothing is to be done; list it under `ignore` in tureen.yaml if it is to be passed over without a word.';
  return { ...entryProblem({ file: path }, message, help), severity: 'note' };
}

function entryOf(
  key: string,
  entry: Pick<DepsEntry, 'dependencies'>,
  library: DepsLibrary | undefined,
  relation: Relation,
  at: LinePlace,
): NugetEntry {
  const slash = key.lastIndexOf('/');
  const [name, version] = slash === -1 ? [key, undefined] : [key.slice(0, slash), key.slice(slash + 1)];
  const own = library?.type === 'project';
  return {
    facts: factsOf(name, version, library, at),
    own,
    relation: own ? 'direct' : relation,
    needs: Object.keys(entry.dependencies),
  };
}

/** An assembly that a project refers to by its path comes from no registry. */
function factsOf(
  name: string,
  version: string | undefined,
  library: DepsLibrary | undefined,
  at: LinePlace,
): NugetEntry['facts'] {
  if (library?.type.startsWith('reference') === true) {
    const assembly = name.replace(/\.Reference$/, '');
    const purl = formatPurl({ type: 'generic', name: assembly, version });
    return { ...nugetComponent(assembly, version, at), purl, type: 'generic' };
  }
  const facts = nugetComponent(
    name.replace(/^runtimepack\./, ''),
    version,
    at,
    library?.type === 'project' ? { kind: 'exact' } : undefined,
  );
  return { ...facts, hashes: contentHash(library?.sha512) };
}

function scopeOf({ compileOnly, ...files }: DepsEntry, library: DepsLibrary | undefined): Omit<ScopeEvidence, 'at'> {
  if (compileOnly) return { scope: 'development', reason: '"compileOnly": true' };
  const kind = library?.type ?? 'package';
  const isLoaded = [files.runtime, files.native, files.resources, files.runtimeTargets].some(
    (listed) => Object.keys(listed).length > 0,
  );
  return {
    scope: 'runtime',
    reason: isLoaded ? `a ${kind} with files that are loaded` : `a ${kind} that is listed without files of its own`,
  };
}

function unknownScope(file: string): ScopeEvidence {
  return { scope: 'unknown', reason: 'it stands in no target', at: { file, line: 1 } };
}
