import { quote } from '../../base/quote.ts';
import { entryProblem } from '../../base/reading.ts';
import { resolvePath } from '../../base/paths/resolve-path.ts';
import type { Component, Relation, ScopeEvidence } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { KeyPath, LinePlace } from '../../model/place.ts';
import type { Reading } from '../../model/plugs/reader.ts';
import { scopeOfPath } from '../python/requirement/requirement-scope.ts';
import { espComponent } from './esp-component.ts';
import type { EspIdfLock, LockedComponent } from './esp-idf-lock-schema.ts';

/** Makes components of what the lockfile lists; ESP-IDF builds all of it into the firmware. */
export function readEspComponents(file: string, lock: EspIdfLock, lineOf: (path: KeyPath) => number): Reading {
  const hasGraph = !lock.version.startsWith('1.');
  const direct = lock.direct_dependencies === undefined ? undefined : new Set(lock.direct_dependencies);
  const rows = Object.entries(lock.dependencies ?? {}).map(([name, entry]) => {
    const at = { file, line: lineOf(['dependencies', name]) };
    return { name, entry, at, component: espComponent(name, entry, at) };
  });
  const purls = new Map(
    rows.flatMap(({ name, component }) => (component === undefined ? [] : [[name, component.purl]])),
  );
  return {
    components: rows.flatMap(({ name, entry, at, component }): Component[] => {
      if (component === undefined) return [];
      const evidence = scopeAt(at);
      return [
        {
          ...component,
          scope: evidence.scope,
          scopeEvidence: [evidence],
          relation: relationOf(name, entry, direct),
          dependsOn: hasGraph ? needsOf(entry, purls) : undefined,
        },
      ];
    }),
    graph: hasGraph ? 'complete' : 'none',
    diagnostics: rows.flatMap(({ name, entry, at }) => problemsOf(name, entry, at)),
  };
}

/** The framework itself is always there, whether a manifest names it or not. */
function relationOf(name: string, { source }: LockedComponent, direct: ReadonlySet<string> | undefined): Relation {
  if (source.type === 'idf') return 'direct';
  if (direct === undefined) return 'unknown';
  return direct.has(name) ? 'direct' : 'transitive';
}

/** Whatever a project asks for is built into its firmware, unless the project is a test. */
export function scopeAt(at: LinePlace): ScopeEvidence {
  const { scope, reason } = scopeOfPath(at.file);
  return scope === 'unknown'
    ? { scope: 'runtime', reason: 'ESP-IDF builds the firmware from it', at }
    : { scope, reason, at };
}

function needsOf(
  { dependencies, source }: LockedComponent,
  purls: ReadonlyMap<string, string>,
): readonly string[] | undefined {
  if (dependencies === undefined && source.type === 'local') return undefined;
  return [...new Set((dependencies ?? []).flatMap(({ name }) => purls.get(name) ?? []))].toSorted();
}

function problemsOf(name: string, { source, version }: LockedComponent, at: LinePlace): Diagnostic[] {
  if (espComponent(name, { source, version }, at) === undefined) {
    const message = `${quote(name)} comes from the unknown source ${quote(source.type)}`;
    return [entryProblem(at, message, 'Enter it in tureen.yaml.')];
  }
  const { path } = source;
  if (source.type !== 'local' || path === undefined || resolvePath(at.file, path) !== undefined) return [];
  const message = `${quote(name)} is listed as the product's own, but its folder ${quote(path)} lies outside of the scanned one`;
  return [
    entryProblem(at, message, 'Scan from a folder that holds both, or enter it in tureen.yaml if it is foreign.'),
  ];
}
