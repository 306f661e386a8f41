import { syntaxProblem, unreadable } from '../../base/reading.ts';
import type { BytesReader } from '../../model/plugs/reader.ts';
import { berkeleyHashValues } from './berkeley-hash.ts';
import { readRpmDatabase, rpmCompanions } from './rpm-database.ts';

/** Reads the database of rpm in Berkeley DB, as distributions had it before 2021. */
export const rpmBerkeley: BytesReader = {
  name: 'rpm-berkeley',
  title: 'rpm database in Berkeley DB, Packages',
  content: 'bytes',
  capabilities: { scope: false, graph: true, hashes: true, licence: true, direct: false },
  companions: rpmCompanions,
  read: (source) => {
    const { path, bytes } = source;
    const file = berkeleyHashValues(bytes);
    if ('message' in file) return unreadable(syntaxProblem(path, file.message, { line: 1 }));
    return readRpmDatabase(source, file.values);
  },
};
