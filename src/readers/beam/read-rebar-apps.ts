import { quote } from '../../base/quote.ts';
import { entryProblem } from '../../base/reading.ts';
import type { Component } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Reading } from '../../model/plugs/reader.ts';
import { itemsOf, wordOf, type BeamTerm } from './beam-terms.ts';
import { appFacts, appRepository, hexHashes, type AppSource } from './locked-app.ts';

/** The list of applications, and the lists of checksums behind it. */
export type RebarLock = { readonly apps: BeamTerm; readonly sums: BeamTerm | undefined };

/** Makes components of the applications of a rebar.lock; level 0 is what the product asks for itself. */
export function readRebarApps(file: string, { apps, sums }: RebarLock): Reading {
  const inner = sumsIn(sums, 'pkg_hash');
  const outer = sumsIn(sums, 'pkg_hash_ext');
  const components: Component[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const item of itemsOf(apps)) {
    const at = { file, line: item.line };
    const [name, from, level] = itemsOf(item).map((term) => wordOf(term) ?? term);
    const source =
      typeof name === 'string' && typeof from === 'object'
        ? sourceOf(from, inner.get(name), outer.get(name))
        : undefined;
    if (typeof name !== 'string' || source === undefined) {
      const shown = typeof name === 'string' ? name : '';
      const message = `the entry ${quote(shown)} names no source that is known; it was left out`;
      diagnostics.push(entryProblem(at, message, 'Run rebar3 lock and commit rebar.lock.'));
      continue;
    }
    components.push({
      ...appFacts(name, source, at),
      scope: 'runtime',
      scopeEvidence: [{ scope: 'runtime', reason: 'rebar.lock holds what the default profile takes', at }],
      relation: level === '0' ? 'direct' : typeof level === 'string' ? 'transitive' : 'unknown',
      firstParty: false,
      dependsOn: undefined,
    });
  }
  return { components, graph: 'none', diagnostics };
}

function sumsIn(sums: BeamTerm | undefined, key: string): ReadonlyMap<string, string> {
  const list = itemsOf(sums).find((term) => wordOf(itemsOf(term)[0]) === key);
  return new Map(
    itemsOf(itemsOf(list)[1]).flatMap((pair): [string, string][] => {
      const [name, sum] = itemsOf(pair).map(wordOf);
      return name === undefined || sum === undefined ? [] : [[name, sum]];
    }),
  );
}

/** `{pkg, <<"name">>, <<"1.0.0">>}`, `{git, "address", {ref, "commit"}}`, `{git_subdir, "address", {ref, "commit"}, "folder"}`. */
function sourceOf(term: BeamTerm, inner: string | undefined, outer: string | undefined): AppSource | undefined {
  const [kind, place, state, folder] = itemsOf(term);
  const [how, address, stated] = [wordOf(kind), wordOf(place), wordOf(state)];
  if (address === undefined) return undefined;
  if (how === 'pkg' && stated !== undefined)
    return { kind: 'hex', package: address, version: stated, hashes: hexHashes(inner ?? wordOf(folder), outer) };
  if (how !== 'git' && how !== 'git_subdir' && how !== 'hg') return undefined;
  return appRepository(
    how === 'hg' ? 'hg' : 'git',
    address,
    wordOf(itemsOf(state)[1]),
    how === 'git_subdir' ? wordOf(folder) : undefined,
  );
}
