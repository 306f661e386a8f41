import { parsePlainYaml, type PlainDocument } from '../../base/formats/yaml/plain-yaml.ts';
import { quote } from '../../base/quote.ts';
import { shapeProblems, syntaxProblem, unreadable } from '../../base/reading.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Reader, Reading, Source } from '../../model/plugs/reader.ts';
import { readPnpmDocument } from './pnpm/pnpm-document.ts';
import { managerPackages, workspaceFiles } from './pnpm/pnpm-importers.ts';
import { pnpmLockSchema } from './pnpm/pnpm-lock-schema.ts';

/** Reads pnpm's lockfile, lockfileVersion 5 to 9. A document of what pnpm itself runs with is no part of the product. */
export const pnpmLock: Reader = {
  name: 'pnpm-lock',
  title: 'pnpm-lock.yaml',
  capabilities: { scope: true, graph: true, hashes: true, licence: false, direct: true },
  companions: (opened, path) => workspaceFiles(path, opened.get(path) ?? ''),
  read: (source) => {
    const documents = parsePlainYaml(source.text);
    if ('message' in documents) return unreadable(syntaxProblem(source.path, documents.message, documents.at));
    const readings = documents.map((document) => readDocument(source, document));
    const diagnostics = readings.flatMap((reading) => reading.diagnostics);
    const faults = diagnostics.filter(({ rule }) => rule === 'reading/syntax');
    if (faults.length > 0) return unreadable(...faults);
    return { components: readings.flatMap(({ components }) => components), graph: 'complete', diagnostics };
  },
};

function readDocument({ path, companions }: Source, { value, lineOf, repeated }: PlainDocument): Reading {
  const [twice] = repeated;
  if (twice !== undefined)
    return unreadable(syntaxProblem(path, `the key ${quote(twice.key)} stands twice`, { line: twice.line }));
  const lock = checkSchema(pnpmLockSchema, value);
  if (!lock.ok) return unreadable(...shapeProblems(path, lock.problems, lineOf));
  const { lockfileVersion } = lock.value;
  const major = Number.parseInt(lockfileVersion, 10);
  if (!(major >= 5 && major <= 9)) {
    const message = `its lockfileVersion is ${quote(lockfileVersion)}; 5 to 9 are understood`;
    return unreadable(syntaxProblem(path, message, { line: lineOf([]) }));
  }
  const managers = managerPackages(lock.value);
  if (managers !== undefined) return { ...unreadable(managerNote(path, managers, lineOf([]))), graph: 'complete' };
  return readPnpmDocument(path, lock.value, lineOf, companions);
}

function managerNote(file: string, managers: readonly string[], line: number): Diagnostic {
  return {
    rule: 'reading/entry',
    severity: 'note',
    message: `what pnpm itself runs with is left out, ${quote(managers.join(', '))}: it is no part of the product`,
    place: { file, line },
    help: 'Enter it as a component in tureen.yaml, with scope development, if your tools are to be listed.',
  };
}
