import { quote } from '../../../base/quote.ts';
import { entryProblem } from '../../../base/reading.ts';
import type { Component, Relation, ScopeEvidence } from '../../../model/component.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Reading } from '../../../model/plugs/reader.ts';
import { pypiComponent } from '../pypi-package.ts';
import { requirementGraph } from './requirement-graph.ts';
import type { RequirementLine } from './requirement-lines.ts';
import { scopeOfPath } from './requirement-scope.ts';
import type { Requirement } from './requirement.ts';

/** Makes components of the lines of a requirements file; of what cannot become one, diagnostics. */
export function readRequirements(path: string, text: string, lines: readonly RequirementLine[]): Reading {
  const rows = withoutRepeated(packageLines(lines)).map(({ line, via, requirement }) => {
    const facts = pypiComponent({ ...requirement, at: { file: path, line } });
    return { facts, line, own: requirement.own, name: facts.name, purl: facts.purl, via };
  });
  const { graph, relationOf, needsOf } = requirementGraph(rows, hidesOwn(text, lines));
  const use = scopeOfPath(path);
  const components = rows.map((row) =>
    component(row.facts, { ...use, at: { file: path, line: row.line } }, relationOf(row), row.own, needsOf(row)),
  );
  return { components, graph, diagnostics: lines.flatMap((line) => problemsOf(path, line)) };
}

type PackageLine = {
  readonly line: number;
  readonly via: readonly string[] | undefined;
  readonly requirement: Requirement;
};

function packageLines(lines: readonly RequirementLine[]): readonly PackageLine[] {
  return lines.flatMap(({ line, via, statement }) =>
    statement.kind === 'requirement' ? [{ line, via, requirement: statement }] : [],
  );
}

/** pip takes all lines of a name together: one that pins it everywhere settles the others, such as `bleach[css]` beside `bleach==6.3.0`. */
function withoutRepeated(lines: readonly PackageLine[]): readonly PackageLine[] {
  const pinned = new Set(
    lines
      .filter(({ requirement }) => requirement.pinning.kind === 'exact' && !requirement.conditional)
      .map(({ requirement }) => requirement.name),
  );
  return lines.filter(({ requirement }) => requirement.pinning.kind !== 'range' || !pinned.has(requirement.name));
}

/** Whether packages of the product stand in the file by folder, or, as `uv export` can be told, not at all. */
function hidesOwn(text: string, lines: readonly RequirementLine[]): boolean {
  return lines.some(({ statement }) => statement.kind === 'unnamed') || /^#.*\buv export\b/m.test(text);
}

function component(
  facts: ReturnType<typeof pypiComponent>,
  evidence: ScopeEvidence,
  relation: Relation,
  firstParty: boolean,
  dependsOn: readonly string[] | undefined,
): Component {
  return {
    ...facts,
    scope: evidence.scope,
    scopeEvidence: [evidence],
    relation: firstParty ? 'direct' : relation,
    firstParty,
    dependsOn,
  };
}

function problemsOf(file: string, { line, statement }: RequirementLine): readonly Diagnostic[] {
  const at = { file, line };
  if (statement.kind === 'problem') {
    return [entryProblem(at, statement.message, 'Write it as pip does, such as name==1.2.3, or take the line out.')];
  }
  if (statement.kind === 'unnamed') {
    const message = `the folder ${quote(statement.folder)} is the product's own; this file does not name its package`;
    const help = 'Nothing is missing if the folder has a lockfile, or if what it needs is pinned in this file.';
    return [{ ...entryProblem(at, message, help), severity: 'note' }];
  }
  if (statement.kind !== 'requirement') return [];
  return statement.problems.map((message) =>
    entryProblem(at, message, 'Write it as pip does: name @ address, and --hash=sha256:<64 hexadecimal digits>.'),
  );
}
