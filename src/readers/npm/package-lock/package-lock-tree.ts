import { z } from 'zod/mini';
import { parseJson } from '../../../base/formats/json/json.ts';
import { entryProblem } from '../../../base/reading.ts';
import { checkSchema } from '../../../base/formats/schema.ts';
import type { Component, ScopeEvidence } from '../../../model/component.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { KeyPath, LinePlace } from '../../../model/place.ts';
import type { Reading } from '../../../model/plugs/reader.ts';
import { npmComponent, versionInArchive, type NpmFacts } from '../npm-package.ts';
import type { LockBranch } from './package-lock-schema.ts';
import { servedName } from '../served-name.ts';

type Tree = {
  readonly name?: string | undefined;
  readonly version?: string | undefined;
  readonly dependencies: Readonly<Record<string, LockBranch>>;
};

/** Reads the nested tree of lockfileVersion 1; what is direct stands in the manifest beside it, and below the product's own folders. */
export function readDependencyTree(
  file: string,
  lock: Tree,
  manifest: string | undefined,
  lineOf: (path: KeyPath) => number,
): Reading {
  const directNames = manifest === undefined ? undefined : namesIn(manifest);
  const diagnostics: Diagnostic[] = [];
  const components: Component[] = [];
  const askedByOwn = new Set<string>();
  const visit = (
    level: Readonly<Record<string, LockBranch>>,
    above: readonly Readonly<Record<string, LockBranch>>[],
    keyPath: KeyPath,
  ) => {
    for (const [name, branch] of Object.entries(level)) {
      const path = [...keyPath, 'dependencies', name];
      const at = { file, line: lineOf(path) };
      const levels = [level, ...above];
      const inside = branch.dependencies ? [branch.dependencies, ...levels] : levels;
      const evidence = scopeOf(branch, at);
      const own = branch.version.startsWith('file:') && !/\.(tgz|tar\.gz)$/.test(branch.version);
      const facts = factsOf(name, branch, at);
      const dependsOn = edges(branch, inside, facts, diagnostics);
      if (own) for (const purl of dependsOn) askedByOwn.add(purl);
      components.push({
        ...npmComponent(facts),
        ...(own && { version: undefined, pinning: { kind: 'exact' } as const }),
        scope: evidence.scope,
        scopeEvidence: [evidence],
        relation: relationOf(directNames, name, above.length === 0),
        firstParty: own,
        dependsOn,
      });
      if (branch.dependencies) visit(branch.dependencies, levels, path);
    }
  };
  visit(lock.dependencies, [], []);
  return {
    components: [
      ...root(file, lock, directNames),
      ...components.map((one) => (askedByOwn.has(one.purl) ? { ...one, relation: 'direct' as const } : one)),
    ],
    graph: directNames === undefined ? 'partial' : 'complete',
    diagnostics,
  };
}

function root(file: string, lock: Tree, direct: ReadonlySet<string> | undefined): Component[] {
  if (lock.name === undefined) return [];
  const at = { file, line: 1 };
  const dependsOn = Object.entries(lock.dependencies)
    .filter(([name]) => direct?.has(name) === true)
    .map(([name, branch]) => npmComponent(factsOf(name, branch, at)).purl);
  return [
    {
      ...npmComponent({
        name: lock.name,
        version: lock.version,
        resolved: undefined,
        integrity: undefined,
        license: undefined,
        at,
      }),
      pinning: { kind: 'exact' },
      scope: 'runtime',
      scopeEvidence: [{ scope: 'runtime', reason: 'the root package of the lockfile', at }],
      relation: 'direct',
      firstParty: true,
      dependsOn: direct === undefined ? undefined : dependsOn.toSorted(),
    },
  ];
}

function relationOf(direct: ReadonlySet<string> | undefined, name: string, top: boolean): Component['relation'] {
  if (!top) return 'transitive';
  if (direct === undefined) return 'unknown';
  return direct.has(name) ? 'direct' : 'transitive';
}

/** In version 1 a `version` may be a number, an alias `npm:<name>@<version>`, or the address of a repository or archive. */
function factsOf(name: string, branch: LockBranch, at: LinePlace): NpmFacts {
  const alias = /^npm:((?:@[^/]+\/)?[^@]+)@(.+)$/.exec(branch.version);
  const address = /^[a-z][a-z+]*:/.test(branch.version) && alias === null ? branch.version : undefined;
  const resolved = address ?? (typeof branch.resolved === 'string' ? branch.resolved : undefined);
  const version = alias?.[2] ?? (address === undefined ? branch.version : versionInArchive(address));
  return {
    name: alias?.[1] ?? servedName(address) ?? name,
    version,
    resolved,
    integrity: branch.integrity,
    license: undefined,
    at,
  };
}

function scopeOf(branch: LockBranch, at: LinePlace): ScopeEvidence {
  if (branch.dev === true && branch.optional === true)
    return { scope: 'development', reason: '"dev": true, "optional": true', at };
  if (branch.dev === true) return { scope: 'development', reason: '"dev": true', at };
  if (branch.optional === true) return { scope: 'optional', reason: '"optional": true', at };
  return { scope: 'runtime', reason: 'no "dev" or "optional" flag', at };
}

function edges(
  branch: LockBranch,
  levels: readonly Readonly<Record<string, LockBranch>>[],
  from: NpmFacts,
  diagnostics: Diagnostic[],
): string[] {
  const names = typeof branch.requires === 'object' ? Object.keys(branch.requires) : [];
  return names
    .flatMap((name) => {
      const level = levels.find((candidate) => Object.hasOwn(candidate, name));
      const target = level?.[name];
      if (target !== undefined) return [npmComponent(factsOf(name, target, from.at)).purl];
      if (branch.optional !== true) {
        diagnostics.push(
          entryProblem(
            from.at,
            `${from.name}@${from.version ?? '?'} needs "${name}", which this lockfile does not hold`,
            'Run npm install and commit the lockfile.',
          ),
        );
      }
      return [];
    })
    .toSorted();
}

const manifestSchema = z.looseObject({
  dependencies: z.optional(z.record(z.string(), z.unknown())),
  devDependencies: z.optional(z.record(z.string(), z.unknown())),
  optionalDependencies: z.optional(z.record(z.string(), z.unknown())),
});

function namesIn(manifest: string): ReadonlySet<string> | undefined {
  const json = parseJson(manifest);
  const checked = 'message' in json ? undefined : checkSchema(manifestSchema, json.value);
  if (checked?.ok !== true) return undefined;
  const { dependencies, devDependencies, optionalDependencies } = checked.value;
  return new Set([dependencies, devDependencies, optionalDependencies].flatMap((part) => Object.keys(part ?? {})));
}
