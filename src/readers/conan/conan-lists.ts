import { quote } from '../../base/quote.ts';
import { entryProblem } from '../../base/reading.ts';
import type { Component, Relation, Scope } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { KeyPath } from '../../model/place.ts';
import type { Reading, Source } from '../../model/plugs/reader.ts';
import type { ConanLists } from './conan-lock-schema.ts';
import { conanComponent, parseReference, type ConanReference } from './conan-reference.ts';
import { conanfilesBeside } from './conanfile-files.ts';
import { readConanfile } from './read-conanfile.ts';

/** Makes components of the lists of a lockfile of Conan 2; of the graph only what the conanfile asks for is known. */
export function readConanLists(
  { path, text, companions }: Source,
  lock: ConanLists,
  lineOf: (path: KeyPath) => number,
): Reading {
  const useOf = usesOf(path, companions);
  const lines = text.split('\n');
  const components: Component[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { key, scope, reason } of lists) {
    const top = lineOf([key]);
    for (const [index, entry] of (lock[key] ?? []).entries()) {
      const written = typeof entry === 'string' ? entry : entry[0];
      const guess = lines[top + index];
      const at = { file: path, line: guess?.includes(JSON.stringify(written)) ? top + 1 + index : top };
      const reference = parseReference(written);
      if (reference === undefined) {
        diagnostics.push(entryProblem(at, `${quote(written)} is no reference of Conan`, help));
        continue;
      }
      const { relation, isForTests } = useOf(reference);
      const evidence = isForTests && scope === 'runtime' ? { ...forTests, at } : { scope, reason, at };
      components.push({
        ...conanComponent(reference, at),
        scope: evidence.scope,
        scopeEvidence: [evidence],
        relation,
      });
    }
  }
  return { components, graph: 'none', diagnostics };
}

const help = 'Run conan lock create and commit conan.lock.';

/** The first list holds what is for the target, where requirements of tests cannot be told from others. */
const lists = [
  { key: 'requires', scope: 'runtime', reason: '"requires", the packages for the target' },
  { key: 'build_requires', scope: 'development', reason: '"build_requires", the packages for the building machine' },
  { key: 'python_requires', scope: 'development', reason: '"python_requires", code that recipes share' },
  { key: 'config_requires', scope: 'development', reason: '"config_requires", the configuration of Conan' },
] as const satisfies readonly { readonly key: string; readonly scope: Scope; readonly reason: string }[];

/** What the conanfile beside the lockfile tells of a package; one that it wants for tests alone stands among the others. */
function usesOf(path: string, companions: ReadonlyMap<string, string>): (reference: ConanReference) => Use {
  const files = conanfilesBeside(path).flatMap((file) => {
    const text = companions.get(file);
    return text === undefined ? [] : [readConanfile(file, text)];
  });
  const words = new Map<string, Set<string>>();
  for (const { reference, word } of files.flatMap(({ requirements }) => requirements))
    words.set(reference.name, (words.get(reference.name) ?? new Set()).add(word));
  const complete =
    files.length > 0 && files.every(({ diagnostics }) => diagnostics.every(({ severity }) => severity === 'note'));
  return ({ name }) => {
    const found = words.get(name);
    if (found === undefined) return { relation: complete ? 'transitive' : 'unknown', isForTests: false };
    return { relation: 'direct', isForTests: found.has('test_requires') && !found.has('requires') };
  };
}

type Use = { readonly relation: Relation; readonly isForTests: boolean };

const forTests = {
  scope: 'unknown',
  reason: 'the conanfile wants it for tests alone, but what ships may need it too',
} as const;
