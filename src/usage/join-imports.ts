import { packageOf } from '../base/packages/purl.ts';
import type { Component } from '../model/component.ts';
import type { ImportFinder, ModuleHint, SourceImports } from '../model/plugs/import-finder.ts';
import type { Certainty, ImportSite, SourceRole, Usage } from '../model/inventory/usage.ts';
import { componentsNear } from './components-near.ts';
import { hintsFor, type FiledHint } from './hints-for.ts';

/** A source file that was looked through. */
export type LookedThrough = SourceImports & {
  readonly path: string;
  readonly finder: ImportFinder;
  readonly role: SourceRole;
};

/** What is known beside the sources: the components, the hints of other files, and the paths of all files. */
export type Surroundings = {
  readonly components: readonly Component[];
  readonly hints: readonly FiledHint[];
  readonly tree: ReadonlySet<string>;
};

/** Joins the imports of the product's own sources with the components that they mean. What nobody knows is not guessed. */
export function joinImports(sources: readonly LookedThrough[], surroundings: Surroundings): Usage {
  const importedAt = new Map<string, ImportSite[]>();
  for (const [finder, files] of Map.groupBy(sources, ({ finder }) => finder)) {
    const resolve = resolver(finder, sources, surroundings);
    for (const { path, role, imports } of files) {
      const seen = new Set<string>();
      for (const { module, names, line, typesOnly = false, byName } of imports) {
        const { found, certainty } = resolve(module, path);
        for (const { purl } of found) {
          if (seen.has(`${line} ${purl}`)) continue;
          seen.add(`${line} ${purl}`);
          const sites = importedAt.get(purl) ?? [];
          importedAt.set(purl, sites);
          sites.push({
            file: path,
            line,
            module,
            ...(names === undefined ? {} : { names }),
            role,
            typesOnly,
            certainty: byName && certainty === 'exact' ? 'by-name' : certainty,
          });
        }
      }
    }
  }
  for (const sites of importedAt.values()) sites.sort(byPlace);
  return { kind: 'looked', importedAt, languages: languagesOf(sources) };
}

type Resolved = { readonly found: readonly Component[]; readonly certainty: Certainty };

/** Tells which components a module means in a file of one language. */
function resolver(finder: ImportFinder, sources: readonly LookedThrough[], around: Surroundings) {
  const byKey = Map.groupBy(
    around.components.filter(({ type }) => finder.types.includes(type)),
    ({ name }) => finder.keyOf(name),
  );
  const own = ownModules(finder, sources, around.tree);
  const near = componentsNear([...byKey.values()].flat());
  const hinted = hintsFor(around.hints.filter(({ hints }) => hints === finder.hints));
  const resolve = (module: string, file: string): Resolved => {
    const hint = hinted(module, file);
    if (hint?.packages.length === 0 || (hint === undefined && isOwn(module, own))) return nothing;
    for (const group of groupsOf(finder, module, hint)) {
      const candidates = group.flatMap((key) => byKey.get(key) ?? []);
      if (candidates.some(({ firstParty }) => firstParty)) return nothing;
      const found = candidates.length === 0 ? [] : near(candidates, file);
      if (found.length > 0) return { found, certainty: certaintyOf(found, finder) };
    }
    return nothing;
  };
  const known = new Map<string, Resolved>();
  return (module: string, file: string): Resolved => {
    const key = `${file.slice(0, file.lastIndexOf('/') + 1)} ${module}`;
    const answer = known.get(key) ?? resolve(module, file);
    known.set(key, answer);
    return answer;
  };
}

const nothing: Resolved = { found: [], certainty: 'by-name' };

function groupsOf(finder: ImportFinder, module: string, hint: ModuleHint | undefined) {
  return hint === undefined ? finder.packagesOf(module) : [hint.packages.map((name) => finder.keyOf(name))];
}

function certaintyOf(found: readonly Component[], { naming }: ImportFinder): Certainty {
  return new Set(found.map(({ purl }) => packageOf(purl))).size > 1 ? 'one-of-several' : naming;
}

/** The modules that the product's sources declare, in all languages that share packages with this one. */
function ownModules(finder: ImportFinder, sources: readonly LookedThrough[], tree: ReadonlySet<string>) {
  const related = sources.filter(({ finder: { types } }) => types.some((type) => finder.types.includes(type)));
  return new Set(
    related.flatMap((source) => [...(source.declares ?? []), ...(source.finder.declaredBy?.(source.path, tree) ?? [])]),
  );
}

/** Whether the product declares a module, or one that it lies in. */
function isOwn(module: string, own: ReadonlySet<string>): boolean {
  if (own.has(module)) return true;
  return [...module.matchAll(/[./:]/g)].some(({ index }) => own.has(module.slice(0, index)));
}

function byPlace(a: ImportSite, b: ImportSite): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line;
}

function languagesOf(sources: readonly LookedThrough[]) {
  return [...Map.groupBy(sources, ({ finder }) => finder)]
    .map(([{ title, types }, files]) => ({ title, types, files: files.length }))
    .toSorted((a, b) => (a.title < b.title ? -1 : 1));
}
