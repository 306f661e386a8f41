import { parseJsonc } from '../../base/formats/json/jsonc.ts';
import { shapeProblems, syntaxProblem, unreadable } from '../../base/reading.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { bunLockSchema } from './bun/bun-lock-schema.ts';
import { readBunPackages } from './bun/bun-packages.ts';

/** Reads bun's text lockfile; of its binary predecessor, bun.lockb, nothing can be read. */
export const bunLock: Reader = {
  name: 'bun-lock',
  title: 'bun.lock',
  capabilities: { scope: true, graph: true, hashes: true, licence: false, direct: true },
  read: ({ path, text }) => {
    const json = parseJsonc(text);
    if ('message' in json) return unreadable(syntaxProblem(path, json.message, json.at));
    const lock = checkSchema(bunLockSchema, json.value);
    if (!lock.ok) return unreadable(...shapeProblems(path, lock.problems, json.lineOf));
    return readBunPackages(path, lock.value, json.lineOf);
  },
};
