import { parseJson } from '../../base/json.ts';
import { shapeProblems, syntaxProblem, unreadable } from '../../base/reading.ts';
import { checkSchema } from '../../base/schema.ts';
import type { Reader } from '../../model/reader.ts';
import { readPackagesMap } from './package-lock-map.ts';
import { lockSchema } from './package-lock-schema.ts';
import { readDependencyTree } from './package-lock-tree.ts';

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
    if (packages !== undefined) return readPackagesMap(path, packages, json.lineOf);
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
  return path.replace(/[^/]+$/, 'package.json');
}
