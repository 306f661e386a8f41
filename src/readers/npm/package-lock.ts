import { parseJson, type LocatedJson } from '../../base/formats/json/json.ts';
import { entryProblem, shapeProblems, syntaxProblem, unreadable } from '../../base/reading.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { readPackagesMap } from './package-lock/package-lock-map.ts';
import { lockSchema } from './package-lock/package-lock-schema.ts';
import { readDependencyTree } from './package-lock/package-lock-tree.ts';

/** Reads npm's lockfiles, lockfileVersion 1 to 3: the `packages` map where there is one, else the tree of version 1. */
export const packageLock: Reader = {
  name: 'package-lock',
  title: 'npm package-lock.json and npm-shrinkwrap.json',
  capabilities: { scope: true, graph: true, hashes: true, licence: true, direct: true },
  companions: (_, path) => [manifestBeside(path)],
  read: ({ path, text, companions }) => {
    const json = parseJson(text);
    if ('message' in json) return unreadable(syntaxProblem(path, json.message, json.at));
    const lock = checkSchema(lockSchema, json.value);
    if (!lock.ok) return unreadable(...shapeProblems(path, lock.problems, json.lineOf));
    const { packages, dependencies } = lock.value;
    if (packages !== undefined) {
      const reading = readPackagesMap(path, packages, json.lineOf);
      return { ...reading, diagnostics: [...repeatedEntries(path, json.repeated(2)), ...reading.diagnostics] };
    }
    if (dependencies !== undefined || lock.value.lockfileVersion === 1) {
      return readDependencyTree(
        path,
        { ...lock.value, dependencies: dependencies ?? {} },
        companions.get(manifestBeside(path)),
        json.lineOf,
      );
    }
    return unreadable(syntaxProblem(path, 'it has neither "packages" nor "dependencies"'));
  },
};

function manifestBeside(path: string): string {
  return path.replace(/(?<![^/])[^/]+$/, 'package.json');
}

/** Git may merge two lockfiles into one in which an entry stands twice; npm takes the later one, and nobody saw it. */
function repeatedEntries(file: string, repeated: ReturnType<LocatedJson['repeated']>): readonly Diagnostic[] {
  return repeated.map(({ key, line }) =>
    entryProblem({ file, line }, `"${key}" stands twice; the later one was taken`, 'Let npm write the lockfile anew.'),
  );
}
