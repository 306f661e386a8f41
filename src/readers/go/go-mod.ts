import { syntaxProblem, unreadable } from '../../base/reading.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { parseGoFile } from './go-file.ts';
import { readGoModules } from './go-modules.ts';
import { declaredModule, sumBeside, workspaceFiles } from './go-workspace.ts';

/** Reads go.mod, which since Go 1.17 names every module that a build of the packages and their tests takes from. */
export const goMod: Reader = {
  name: 'go-mod',
  title: 'Go go.mod, with go.sum and go.work',
  capabilities: { scope: true, graph: false, hashes: true, licence: false, direct: true },
  companions: (opened, path) => [sumBeside(path), ...workspaceFiles(opened, path)],
  read: ({ path, text, companions }) => {
    const file = parseGoFile(text);
    if ('message' in file) return unreadable(syntaxProblem(path, file.message, file.at));
    const { statements } = file;
    if (declaredModule(statements) === undefined)
      return unreadable(syntaxProblem(path, 'it declares no module', { line: 1 }));
    return readGoModules({ path, statements, companions });
  },
};
