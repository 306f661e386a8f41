import { entryProblem } from '../../base/reading.ts';
import { openJson } from '../../base/formats/json/open-json.ts';
import type { Component, ScopeEvidence } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { KeyPath, LinePlace } from '../../model/place.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { contentHash, nugetComponent } from './nuget-component.ts';
import { nugetReading, scopesByUse, type NugetEntry, type NugetSection, type ScopeOfDirect } from './nuget-graph.ts';
import { assetsSchema, type Assets, type AssetsReference } from './project-assets-schema.ts';

/** Reads the obj/project.assets.json that a restore of NuGet leaves behind: what each target framework was given. */
export const projectAssets: Reader = {
  name: 'project-assets',
  title: 'NuGet project.assets.json',
  capabilities: { scope: true, graph: true, hashes: true, licence: false, direct: true },
  read: ({ path, text }) => {
    const assets = openJson(path, text, assetsSchema);
    if ('refused' in assets) return assets.refused;
    const asked = referencesIn(assets.value);
    const sections = Object.values(assets.value.targets).map(
      (target): NugetSection =>
        new Map(
          Object.entries(target).map(([key, { dependencies }]) => {
            const name = key.split('/')[0]?.toLowerCase() ?? '';
            const at = { file: path, line: assets.lineOf(['libraries', key]) };
            return [name, entryOf(key, assets.value, asked.has(name), Object.keys(dependencies), at)];
          }),
        ),
    );
    const reading = nugetReading(sections, scopesByUse(sections, scopeByAssets(asked)), undefined);
    return {
      ...reading,
      components: [...ownProject(path, assets.value, assets.lineOf, sections), ...reading.components],
      diagnostics: packsNote(path, assets.value, assets.lineOf),
    };
  },
};

/** Every reference of the project file to a package, by name, for each of its frameworks. */
function referencesIn({
  project,
  projectFileDependencyGroups,
}: Assets): ReadonlyMap<string, readonly AssetsReference[]> {
  const listed = Object.values(project?.frameworks ?? {}).flatMap(({ dependencies }) => Object.entries(dependencies));
  const grouped = Object.values(projectFileDependencyGroups)
    .flat()
    .map((line) => [line.split(' ')[0] ?? '', { autoReferenced: false }] as const);
  const named = new Set(listed.map(([name]) => name.toLowerCase()));
  const all = [...listed, ...grouped.filter(([name]) => !named.has(name.toLowerCase()))];
  const byName = Map.groupBy(all, ([name]) => name.toLowerCase());
  return new Map([...byName].map(([name, references]) => [name, references.map(([, reference]) => reference)]));
}

/** A package is for the build alone when every framework keeps it so; what the SDK refers to by itself is no choice. */
function scopeByAssets(asked: ReadonlyMap<string, readonly AssetsReference[]>): ScopeOfDirect {
  return ({ facts, own }) => {
    if (own) return { scope: 'runtime', reason: 'a project that this one builds on' };
    const references = asked.get(facts.name.toLowerCase()) ?? [];
    const reasons = references.map(({ suppressParent, include, autoReferenced }) => {
      if (suppressParent?.toLowerCase() === 'all' && !autoReferenced) return '"suppressParent": "All"';
      return include === undefined || /all|runtime|native/i.test(include) ? undefined : `"include": "${include}"`;
    });
    const [reason] = reasons;
    return reason !== undefined && reasons.every((one) => one !== undefined)
      ? { scope: 'development', reason }
      : { scope: 'runtime', reason: 'the project asks for it and does not keep it to itself' };
  };
}

function entryOf(
  key: string,
  { libraries }: Assets,
  isAsked: boolean,
  needs: readonly string[],
  at: LinePlace,
): NugetEntry {
  const slash = key.lastIndexOf('/');
  const [name, version] = slash === -1 ? [key, undefined] : [key.slice(0, slash), key.slice(slash + 1)];
  const library = Object.hasOwn(libraries, key) ? libraries[key] : undefined;
  const own = library?.type === 'project';
  return {
    facts: {
      ...nugetComponent(name, version, at, own ? { kind: 'exact' } : undefined),
      hashes: contentHash(library?.sha512),
    },
    own,
    relation: isAsked ? 'direct' : own ? 'unknown' : 'transitive',
    needs,
  };
}

function ownProject(
  file: string,
  { project }: Assets,
  lineOf: (path: KeyPath) => number,
  sections: readonly NugetSection[],
): Component[] {
  const name = project?.restore?.projectName;
  if (name === undefined) return [];
  const at = { file, line: lineOf(['project', 'restore']) };
  const evidence: ScopeEvidence = { scope: 'runtime', reason: 'the project that was restored', at };
  const direct = sections.flatMap((section) =>
    [...section.values()].filter(({ relation, own }) => own || relation === 'direct'),
  );
  return [
    {
      ...nugetComponent(name, project?.version, at, { kind: 'exact' }),
      scope: evidence.scope,
      scopeEvidence: [evidence],
      relation: 'direct',
      firstParty: true,
      dependsOn: [...new Set(direct.map(({ facts }) => facts.purl))].toSorted(),
    },
  ];
}

/** Packs of the SDK are fetched beside the graph; which of them is delivered, the deps.json of a published build tells. */
function packsNote(path: string, { project }: Assets, lineOf: (path: KeyPath) => number): Diagnostic[] {
  return Object.entries(project?.frameworks ?? {}).flatMap(([framework, { downloadDependencies }]) => {
    const runtimes = downloadDependencies.filter(({ name }) => /\.Runtime\./.test(name));
    if (runtimes.length === 0) return [];
    const names = runtimes.slice(0, 3).map(({ name, version }) => `${name} ${version}`);
    const at = { file: path, line: lineOf(['project', 'frameworks', framework, 'downloadDependencies']) };
    const message = `the build fetches packs of the runtime, which are no packages of this file: ${names.join(', ')}`;
    const note = entryProblem(
      at,
      message,
      'Scan the deps.json of the published application as well: it names the runtime that is delivered.',
    );
    return [{ ...note, severity: 'note' as const }];
  });
}
