import { entryProblem, syntaxProblem, unreadable } from '../../base/reading.ts';
import type { Component } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { goComponent } from './go-component.ts';
import { parseGoSum, type GoSum } from './go-sum-lines.ts';

/** Reads go.sum where there is no go.mod beside it, which would tell what of it is built. */
export const goSum: Reader = {
  name: 'go-sum',
  title: 'Go go.sum without its go.mod',
  capabilities: { scope: false, graph: false, hashes: true, licence: false, direct: false },
  companions: (_, path) => [modBeside(path)],
  read: ({ path, text, companions }) => {
    const { sums, problems } = parseGoSum(text);
    const [first] = problems;
    if (text.trim() === '') return unreadable(syntaxProblem(path, 'the file is empty', { line: 1 }));
    if (first !== undefined) return unreadable(syntaxProblem(path, first.message, { line: first.line }));
    if (companions.has(modBeside(path))) return unreadable(checksumsOnly(path, modBeside(path)));
    return { components: sums.map((sum) => toComponent(path, sum)), graph: 'none', diagnostics: [tooMany(path)] };
  },
};

function modBeside(path: string): string {
  return path.replace(/sum$/, 'mod');
}

function toComponent(file: string, { module, version, hash, line }: GoSum): Component {
  const at = { file, line };
  return {
    ...goComponent({ module, version, hashes: [hash], at }),
    scope: 'unknown',
    scopeEvidence: [{ scope: 'unknown', reason: 'go.sum names what was ever looked at', at }],
    relation: 'unknown',
    firstParty: false,
  };
}

function checksumsOnly(path: string, goMod: string): Diagnostic {
  const message = `${path} holds checksums; the modules were taken from ${goMod}`;
  return { ...entryProblem({ file: path }, message, 'Nothing is to be done.'), severity: 'note' };
}

function tooMany(path: string): Diagnostic {
  return entryProblem(
    { file: path },
    `${path} has no go.mod beside it and names every version that was ever looked at, more than is built`,
    'Commit go.mod beside it, or list the file under `ignore` in tureen.yaml.',
  );
}
