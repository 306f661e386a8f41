import { quote } from '../../../base/quote.ts';
import type { MavenAnswer, MavenAnswerProblem, MavenTreeNode } from './maven-tree-node.ts';

/**
 * Reads what `mvn dependency:tree` and `dependency:list` write as text, into a file or a log: `+- ` and `\- ` before
 * each artefact, or plain indentation, or the box characters of `-Dtokens=extended`; brackets around what is omitted.
 */
export function parseMavenTreeText(text: string): MavenAnswer | MavenAnswerProblem {
  if (text.trim() === '') return { message: 'the file is empty', at: { line: 1 } };
  const isLog = text.includes('[INFO]');
  const nodes: MavenTreeNode[] = [];
  const problems: { message: string; line: number }[] = [];
  const projects: string[] = [];
  let inside: 'tree' | 'list' | undefined;
  let lists = 0;
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const content = withoutLog(raw);
    const line = index + 1;
    const node = nodeIn(content, line);
    if (node?.depth === 0) inside = 'tree';
    if (node !== undefined && inside === 'list' && node.depth === 1) nodes.push({ ...node, depth: undefined });
    else if (node !== undefined && inside === 'tree' && node.depth <= (nodes.at(-1)?.depth ?? 0) + 1) nodes.push(node);
    else if (content.startsWith('The following files have been resolved:')) {
      inside = 'list';
      lists++;
    } else if (content.trim() === '') inside = undefined;
    else if (content.trim() !== 'none') {
      if (isLog) inside = undefined;
      for (const each of /^-+< ([^\s<>]+) >-+$/.exec(content)?.slice(1) ?? []) projects.push(each);
      if (/^(?:BUILD FAILURE|Failed to execute goal)/.test(content))
        problems.push({ message: `Maven failed: ${quote(content)}`, line });
      else if (!isLog || /^[|+\\├└│]/.test(content))
        problems.push({ message: `${quote(content)} is no artefact of an answer of Maven`, line });
    }
  }
  const isAnswer = isLog ? nodes.length + lists > 0 : nodes.length + Math.min(1, lists) > problems.length;
  if (isAnswer) return { nodes, projects, problems };
  const [first] = problems;
  return first === undefined
    ? { message: 'it holds no answer to mvn dependency:tree or dependency:list', at: { line: 1 } }
    : { message: first.message, at: { line: first.line } };
}

/** Takes off what a log puts before each line, and the colours of a terminal. */
function withoutLog(raw: string): string {
  // oxlint-disable-next-line no-control-regex
  const plain = raw.includes('\u001b') ? raw.replace(/\u001b\[[0-9;]*m/g, '') : raw;
  const mark = /\[(?:INFO|WARNING|ERROR)\] ?/.exec(plain.slice(0, 80));
  return mark === null ? plain : plain.slice(mark.index + mark[0].length);
}

const knownScopes = new Set(['compile', 'provided', 'runtime', 'test', 'system', 'import']);

/** `group:artifact:type[:classifier]:version[:scope]` behind the tokens of its depth; only the project has no scope. */
function nodeIn(content: string, line: number): ReturnType<typeof mavenNodeIn> {
  const [tokens = ''] = /^(?:[|│] {2}| {3})*(?:[+\\]- |[├└]─ )?/.exec(content) ?? [];
  return mavenNodeIn(content.slice(tokens.length), tokens.length / 3, line);
}

/** The artefact that a text names at a depth of a tree; `undefined` when it names none there. */
export function mavenNodeIn(
  rest: string,
  depth: number,
  line: number,
): (MavenTreeNode & { readonly depth: number }) | undefined {
  const omitted = rest.startsWith('(');
  const [coordinates = '', note] = rest.slice(omitted ? 1 : 0).split(' ', 2);
  const fields = coordinates.split(':');
  if (fields.length < 4 || fields.some((field) => !/^[^"'<>()|\s]+$/.test(field))) return undefined;
  const scopeAt = fields.findIndex((field, at) => at >= 4 && at <= 5 && knownScopes.has(field));
  const versionAt = scopeAt === -1 ? fields.length - 1 : scopeAt - 1;
  if (versionAt > 4 || (scopeAt === -1) !== (depth === 0)) return undefined;
  const [groupId = '', artifactId = '', type = ''] = fields;
  return {
    groupId,
    artifactId,
    type,
    classifier: versionAt === 4 ? fields[3] : undefined,
    version: fields[versionAt] ?? '',
    depth,
    scope: fields[scopeAt],
    optional: note === '(optional)',
    omitted,
    line,
  };
}
