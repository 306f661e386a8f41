import { shapeProblems, syntaxProblem, unreadable } from '../../base/reading.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import { parseToml } from '../../base/formats/toml.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { tomlLines } from '../../base/formats/toml-lines.ts';
import { uvLockSchema } from './uv/uv-lock-schema.ts';
import { readUvPackages } from './uv/uv-packages.ts';

/** Reads uv's lockfile, version 1; its revisions only add to what older ones hold. */
export const uvLock: Reader = {
  name: 'uv-lock',
  title: 'uv.lock and the locks that uv keeps beside scripts',
  capabilities: { scope: true, graph: true, hashes: true, licence: false, direct: true },
  read: ({ path, text }) => {
    if (text.trim() === '') return unreadable(syntaxProblem(path, 'the file is empty', { line: 1 }));
    const toml = parseToml(text);
    if ('message' in toml) return unreadable(syntaxProblem(path, toml.message, toml.at));
    const lineOf = tomlLines(text);
    const lock = checkSchema(uvLockSchema, toml.value);
    if (!lock.ok) return unreadable(...shapeProblems(path, lock.problems, lineOf));
    return readUvPackages(path, lock.value, lineOf);
  },
};
