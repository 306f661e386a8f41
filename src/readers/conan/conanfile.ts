import { entryProblem, leftToLock, syntaxProblem, unreadable } from '../../base/reading.ts';
import type { Component } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { conanLocksBeside } from './conanfile-files.ts';
import { conanComponent } from './conan-reference.ts';
import { readConanfile } from './read-conanfile.ts';
import { scopeOfRequirement } from './requirement-words.ts';

/** Reads what a conanfile asks for; which revisions a build takes, and what they bring in, only a lockfile tells. */
export const conanfile: Reader = {
  name: 'conanfile',
  title: 'conanfile.txt, and conanfile.py as far as it holds literals',
  capabilities: { scope: true, graph: false, hashes: false, licence: false, direct: true },
  companions: (_, path, tree) => conanLocksBeside(path, tree).slice(0, 1),
  read: ({ path, text, companions }) => {
    if (text.trim() === '') return unreadable(syntaxProblem(path, 'the file is empty', { line: 1 }));
    const [lock] = conanLocksBeside(path, [...companions.keys()].toSorted());
    if (lock !== undefined)
      return { components: [], graph: 'none', diagnostics: [leftToLock(path, `${lock} beside it`)] };
    const { requirements, diagnostics } = readConanfile(path, text);
    const isTestPackage = /(?:^|\/)test_(?:v1_)?package\/conanfile\.py$/.test(path);
    const components = requirements.map(({ reference, word, line }): Component => {
      const at = { file: path, line };
      const scope = isTestPackage ? 'development' : (scopeOfRequirement.get(word) ?? 'unknown');
      const reason = isTestPackage ? 'it is asked for by the test of a package' : `"${word}"`;
      return { ...conanComponent(reference, at), scope, scopeEvidence: [{ scope, reason, at }], relation: 'direct' };
    });
    const declared = components.length === 0 ? [] : [declaredOnly(path)];
    const isBroken = diagnostics.some(({ rule }) => rule === 'reading/syntax');
    return isBroken
      ? unreadable(...diagnostics)
      : { components, graph: 'none', diagnostics: [...declared, ...diagnostics] };
  },
};

function declaredOnly(path: string): Diagnostic {
  return entryProblem(
    { file: path },
    `${path} tells what is asked for, not which revisions the build takes nor what they bring in`,
    'Run conan lock create, and commit conan.lock.',
  );
}
