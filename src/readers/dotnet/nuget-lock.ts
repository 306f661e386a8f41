import { entryProblem } from '../../base/reading.ts';
import { openJson } from '../../base/formats/json/open-json.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { LinePlace } from '../../model/place.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { contentHash, nugetComponent } from './nuget-component.ts';
import { nugetReading, scopesByUse, type NugetEntry, type NugetSection } from './nuget-graph.ts';
import { nugetLockSchema, type NugetLockEntry } from './nuget-lock-schema.ts';
import { projectsBeside, propsAbove } from './project-files.ts';
import { scopeByProjects } from './project-scope.ts';

/**
 * Reads NuGet's packages.lock.json, where a section for one runtime holds only what is other than for all of them. It
 * does not tell what packages are for; the project file beside it does, where it
 * keeps a package to itself or leaves its files out of the build.
 */
export const nugetLock: Reader = {
  name: 'nuget-lock',
  title: 'NuGet packages.lock.json',
  capabilities: { scope: true, graph: true, hashes: true, licence: false, direct: true },
  companions: (_, path, tree) => [...projectsBeside(path, tree), ...propsAbove(path)],
  read: ({ path, text, companions }) => {
    const lock = openJson(path, text, nugetLockSchema);
    if ('refused' in lock) return lock.refused;
    const diagnostics: Diagnostic[] = [];
    const sections = new Map<string, NugetSection>();
    for (const [target, listed] of Object.entries(lock.value.dependencies).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      const entries = new Map(sections.get(target.split('/')[0] ?? ''));
      for (const [name, entry] of Object.entries(listed)) {
        const at = { file: path, line: lock.lineOf(['dependencies', target, name]) };
        entries.set(name.toLowerCase(), entryOf(name, entry, at));
        for (const each of problemsOf(name, entry, at)) diagnostics.push(each);
      }
      sections.set(target, entries);
    }
    const all = [...sections.values()];
    const reading = nugetReading(all, scopesByUse(all, scopeByProjects(path, companions)), restoreAnew);
    return { ...reading, diagnostics: [...diagnostics, ...reading.diagnostics] };
  },
};

const restoreAnew = 'Run dotnet restore --force-evaluate and commit the file.';

function entryOf(name: string, entry: NugetLockEntry, at: LinePlace): NugetEntry {
  const own = entry.type === 'Project';
  const version = own ? undefined : entry.resolved;
  return {
    facts: {
      ...nugetComponent(
        name,
        version,
        at,
        own || version !== undefined ? { kind: 'exact' } : { kind: 'range', asked: entry.requested ?? '*' },
      ),
      hashes: contentHash(entry.contentHash),
    },
    own,
    relation: relations.get(entry.type) ?? 'unknown',
    needs: Object.keys(entry.dependencies),
  };
}

/** A project may be needed directly or through another project: the file does not tell. */
const relations = new Map<string, NugetEntry['relation']>([
  ['Direct', 'direct'],
  ['Transitive', 'transitive'],
  ['CentralTransitive', 'transitive'],
]);

function problemsOf(name: string, { type, resolved }: NugetLockEntry, at: LinePlace): Diagnostic[] {
  const shown = JSON.stringify(name.slice(0, 100));
  if (type !== 'Project' && !relations.has(type))
    return [
      entryProblem(at, `${shown} is of the type ${JSON.stringify(type.slice(0, 40))}, which is not known`, restoreAnew),
    ];
  return type === 'Project' || resolved !== undefined
    ? []
    : [entryProblem(at, `${shown} has no resolved version`, restoreAnew)];
}
