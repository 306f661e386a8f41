import { entryProblem, syntaxProblem, unreadable } from '../../base/reading.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { mavenTreeComponents } from './maven-tree/maven-tree-components.ts';
import { parseMavenTreeGraph } from './maven-tree/maven-tree-graph.ts';
import { parseMavenTreeJson } from './maven-tree/maven-tree-json.ts';
import type { MavenAnswer, MavenAnswerProblem } from './maven-tree/maven-tree-node.ts';
import { parseMavenTreeText } from './maven-tree/maven-tree-text.ts';

/** Reads what Maven answers to `dependency:tree`, as text, JSON, dot, tgf or graphml, and to `dependency:list`. */
export const mavenTree: Reader = {
  name: 'maven-tree',
  title: 'Maven dependency:tree and dependency:list',
  capabilities: { scope: true, graph: true, hashes: false, licence: false, direct: true },
  read: ({ path, text }) => {
    const answer = parseMavenAnswer(text);
    if ('message' in answer) return unreadable({ ...syntaxProblem(path, answer.message, answer.at), help: writeAnew });
    const problems = answer.problems.map(({ message, line }) => entryProblem({ file: path, line }, message, writeAnew));
    return {
      ...mavenTreeComponents(path, answer),
      diagnostics: problems.length > 5 ? [...problems.slice(0, 5), more(path, problems.length - 5)] : problems,
    };
  },
};

/** Reads an answer of Maven, as text, JSON or one of its formats for graphs. */
export function parseMavenAnswer(text: string): MavenAnswer | MavenAnswerProblem {
  const graph = parseMavenTreeGraph(text);
  if (graph !== undefined) return graph;
  return /^\s*[{[]/.test(text) && !/^\s*\[(?:INFO|WARNING)\]/.test(text)
    ? parseMavenTreeJson(text)
    : parseMavenTreeText(text);
}

const writeAnew =
  'Write it anew with mvn dependency:tree -DoutputFile=dependency-tree.txt, or .json and -DoutputType=json; or list the file under `ignore` in tureen.yaml.';

function more(path: string, count: number) {
  return entryProblem({ file: path }, `${path} has ${count} more such lines`, writeAnew);
}
