import { parseJson } from '../../base/formats/json/json.ts';
import { shapeProblems, syntaxProblem, unreadable } from '../../base/reading.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { conanListsSchema, conanNodesSchema } from './conan-lock-schema.ts';
import { readConanLists } from './conan-lists.ts';
import { readConanNodes } from './conan-nodes.ts';
import { conanfilesBeside } from './conanfile-files.ts';

/** Reads the lockfiles of Conan: of Conan 1 with its graph, of Conan 2 with the conanfile beside it, for it has none. */
export const conanLock: Reader = {
  name: 'conan-lock',
  title: 'conan.lock of Conan 1 and 2',
  capabilities: { scope: true, graph: true, hashes: false, licence: false, direct: true },
  companions: (_, path) => conanfilesBeside(path),
  read: ({ path, text, companions }) => {
    const json = parseJson(text);
    if ('message' in json) return unreadable(syntaxProblem(path, json.message, json.at));
    const isGraph = typeof json.value === 'object' && json.value !== null && 'graph_lock' in json.value;
    if (isGraph) {
      const lock = checkSchema(conanNodesSchema, json.value);
      return lock.ok
        ? readConanNodes(path, lock.value.graph_lock.nodes, json.lineOf)
        : unreadable(...shapeProblems(path, lock.problems, json.lineOf));
    }
    const lock = checkSchema(conanListsSchema, json.value);
    return lock.ok
      ? readConanLists({ path, text, companions }, lock.value, json.lineOf)
      : unreadable(...shapeProblems(path, lock.problems, json.lineOf));
  },
};
