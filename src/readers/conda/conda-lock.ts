import { newerFormat, shapeProblems, unreadable } from '../../base/reading.ts';
import { resolvePath } from '../../base/paths/resolve-path.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { condaLockSources } from './conda-lock/conda-lock-sources.ts';
import { condaLockSchema } from './conda-lock/conda-lock-schema.ts';
import { readCondaLockPackages } from './conda-lock/conda-lock-packages.ts';
import { namesInEnvironments } from './environment/environment-names.ts';
import { singleDocument } from './single-document.ts';

/** Reads the lockfile of conda-lock: every platform's packages, of conda and of pip; the files that it was made from say what was asked for. */
export const condaLock: Reader = {
  name: 'conda-lock',
  title: 'conda-lock.yml',
  capabilities: { scope: true, graph: true, hashes: true, licence: false, direct: true },
  companions: (opened, path) => condaLockSources(path, opened.get(path) ?? ''),
  read: ({ path, text, companions }) => {
    const document = singleDocument(path, text);
    if ('message' in document) return unreadable(document);
    const { value, lineOf } = document;
    const lock = checkSchema(condaLockSchema, value);
    if (!lock.ok) return unreadable(...shapeProblems(path, lock.problems, lineOf));
    const sources = [...new Set(lock.value.metadata.sources.map((source) => resolvePath(path, source) ?? ''))];
    const asked = namesInEnvironments(sources, companions);
    const reading = readCondaLockPackages(lock.value.package, asked, (index) => ({
      file: path,
      line: lineOf(['package', index]),
    }));
    const { version } = lock.value;
    return version === '1'
      ? reading
      : { ...reading, diagnostics: [newerFormat(path, lineOf(['version']), version, '1'), ...reading.diagnostics] };
  },
};
