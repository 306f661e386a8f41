import { z } from 'zod';
import { parseJson } from '../../../base/formats/json/json.ts';
import { checkSchema } from '../../../base/formats/schema.ts';
import type { KeyPath } from '../../../model/place.ts';
import type { MavenAnswer, MavenAnswerProblem, MavenTreeNode } from './maven-tree-node.ts';

const nodeSchema = z.object({
  groupId: z.string().min(1),
  artifactId: z.string().min(1),
  version: z.string().min(1),
  type: z.string().default('jar'),
  scope: z.string().default(''),
  classifier: z.string().default(''),
  optional: z.union([z.boolean(), z.string()]).default(false),
  get children() {
    return z.array(nodeSchema).default([]);
  },
});

type JsonNode = z.infer<typeof nodeSchema>;

/** Reads what `mvn dependency:tree -DoutputType=json` writes (plugin 3.7 and later). */
export function parseMavenTreeJson(text: string): MavenAnswer | MavenAnswerProblem {
  const json = parseJson(text);
  if ('message' in json) {
    const joined = /^\}\s*^\{/m.test(text);
    return { message: joined ? severalDocuments : json.message, at: json.at };
  }
  const root = checkSchema(nodeSchema, json.value);
  if (!root.ok) {
    const [{ keyPath, message } = { keyPath: [], message: 'it is no tree' }] = root.problems;
    const where = keyPath.length === 0 ? 'its top level' : `"${keyPath.join('.')}"`;
    return { message: `${where}: ${message}`, at: { line: json.lineOf(keyPath) } };
  }
  return { nodes: flatten(root.value, json.lineOf), projects: [], problems: [] };
}

const severalDocuments =
  'it holds several JSON documents, as -DappendOutput writes them; let each module write its own file';

function flatten(root: JsonNode, lineOf: (path: KeyPath) => number): MavenTreeNode[] {
  const found: { readonly node: JsonNode; readonly path: KeyPath; readonly depth: number }[] = [];
  const open = [{ node: root, path: [] as KeyPath, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, path, depth } = next;
    found.push(next);
    const below = node.children.map((child, index) => ({
      node: child,
      path: [...path, 'children', index],
      depth: depth + 1,
    }));
    for (const each of below.toReversed()) open.push(each);
  }
  lineOf(found.reduce<KeyPath>((deepest, { path }) => (path.length > deepest.length ? path : deepest), []));
  return found.map(({ node, path, depth }) => ({
    groupId: node.groupId,
    artifactId: node.artifactId,
    version: node.version,
    type: node.type,
    classifier: node.classifier || undefined,
    depth,
    scope: node.scope || undefined,
    optional: String(node.optional) === 'true',
    omitted: false,
    line: lineOf(path),
  }));
}
