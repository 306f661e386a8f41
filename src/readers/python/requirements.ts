import { syntaxProblem, unreadable } from '../../base/reading.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import {
  constraintsNote,
  includedFiles,
  inclusionProblems,
  isConstraintsFile,
} from './requirement/requirement-files.ts';
import { requirementLines, type RequirementLine } from './requirement/requirement-lines.ts';
import { readRequirements } from './requirement/requirement-packages.ts';

/** Reads the requirements files of pip as people, pip freeze, pip-compile and uv write them. */
export const requirements: Reader = {
  name: 'requirements',
  title: 'requirements.txt of pip, pip-tools and uv',
  capabilities: { scope: true, graph: true, hashes: true, licence: false, direct: true },
  companions: (opened, path) => includedFiles(path, requirementLines(opened.get(path) ?? '')),
  read: ({ path, text, companions }) => {
    const lines = requirementLines(text);
    const refusal = reasonToRefuse(path, text, lines);
    if (refusal !== undefined) return unreadable(refusal);
    if (isConstraintsFile(path)) return unreadable(constraintsNote({ file: path }, `${path} is named as constraints`));
    const { components, graph, diagnostics } = readRequirements(path, text, lines);
    return { components, graph, diagnostics: [...diagnostics, ...inclusionProblems(path, lines, companions)] };
  },
};

/** pip refuses a file for one wrong line; here the rest is read, unless most of it shows that it is something else. */
function reasonToRefuse(path: string, text: string, lines: readonly RequirementLine[]): Diagnostic | undefined {
  if (text.includes('\0')) {
    const message = 'it holds zero bytes, as UTF-16 does, which PowerShell writes';
    return { ...syntaxProblem(path, message), help: 'Save it as UTF-8; nothing of it was taken into the inventory.' };
  }
  const conflict = text.split('\n').findIndex((line) => /^(?:<{7}|>{7})(?:\s|$)/.test(line));
  if (conflict !== -1) return syntaxProblem(path, 'it holds a merge conflict', { line: conflict + 1 });
  const wrong = lines.filter(({ statement }) => statement.kind === 'problem');
  const [first] = wrong;
  if (first?.statement.kind !== 'problem' || wrong.length * 2 <= lines.length) return undefined;
  const message = `most of its lines (${wrong.length} of ${lines.length}) are no requirements: ${first.statement.message}`;
  return {
    ...syntaxProblem(path, message, { line: first.line }),
    help: 'If it is no requirements file of pip, list it under `ignore` in tureen.yaml; nothing of it was taken into the inventory.',
  };
}
