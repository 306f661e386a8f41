import { entryProblem, syntaxProblem, unreadable } from '../../base/reading.ts';
import type { BytesReader } from '../../model/plugs/reader.ts';
import { ndbBlobs } from './ndb-blobs.ts';
import { readRpmDatabase, rpmCompanions } from './rpm-database.ts';

/** Reads the database of rpm in its own format ndb, as SUSE has it. */
export const rpmNdb: BytesReader = {
  name: 'rpm-ndb',
  title: 'rpm database in ndb, Packages.db',
  content: 'bytes',
  capabilities: { scope: false, graph: true, hashes: true, licence: true, direct: false },
  companions: rpmCompanions,
  read: (source) => {
    const { path, bytes } = source;
    const file = ndbBlobs(bytes);
    if ('message' in file) return unreadable(syntaxProblem(path, file.message, { line: 1 }));
    const reading = readRpmDatabase(source, file.blobs);
    const help = 'Rebuild the database with rpm --rebuilddb, and take the file anew; the package is missing here.';
    const damaged = file.damaged.map((message) => entryProblem({ file: path }, `${path}: ${message}`, help));
    return { ...reading, diagnostics: [...damaged, ...reading.diagnostics] };
  },
};
