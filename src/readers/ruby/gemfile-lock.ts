import { syntaxProblem, unreadable } from '../../base/reading.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { parseGemfileLock } from './gemfile-lock-syntax.ts';
import { gemfileFiles, readGemfile } from './read-gemfile.ts';
import { readGems } from './read-gems.ts';

/** Reads Gemfile.lock and gems.locked; what is shipped stands in the groups of the Gemfile, as far as that can be read. */
export const gemfileLock: Reader = {
  name: 'gemfile-lock',
  title: 'Gemfile.lock of Ruby',
  capabilities: { scope: true, graph: true, hashes: true, licence: false, direct: true },
  companions: (opened, path) => gemfileFiles(gemfileBeside(path), opened),
  read: ({ path, text, companions }) => {
    const lock = parseGemfileLock(text);
    if ('message' in lock) return unreadable(syntaxProblem(path, lock.message, lock.at));
    return readGems(path, lock, readGemfile(gemfileBeside(path), companions));
  },
};

function gemfileBeside(path: string): string {
  return path.endsWith('gems.locked') ? path.replace(/locked$/, 'rb') : path.replace(/\.lock$/, '');
}
