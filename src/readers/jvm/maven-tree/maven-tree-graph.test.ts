import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { parseMavenTreeGraph } from './maven-tree-graph.ts';

const app = 'org.example:app:jar:1';
const core = 'org.lib:core:jar:linux:2:compile';
const base = 'org.lib:base:jar:3:test (optional)';
const shown = ['0 app 1', '1 core 2 compile linux', '2 base 3 test optional'];

const label = (text: string) => `<data key="d0"><y:ShapeNode><y:NodeLabel>${text}</y:NodeLabel></y:ShapeNode></data>`;
const graphml = `<?xml version="1.0"?> <graphml xmlns:y="y">
<graph><node id="1">${label(app)}</node><node id="2">${label(core)}</node><node id="3">${label(base)}</node>
<edge source="1" target="2"/><edge source="2" target="3"/></graph></graphml>`;

const texts: readonly (readonly [title: string, text: string, expected: readonly string[]])[] = [
  ['dot', `digraph "${app}" {\n\t"${app}" -> "${core}" ;\n\t"${core}" -> "${base}" ;\n }`, shown],
  ['dot without edges', `digraph "${app}" {\n }`, ['0 app 1']],
  [
    'dot, appended',
    `digraph "${app}" {\n } digraph "${app}" {\n"${app}" -> "${core}" ;\n }`,
    ['0 app 1', ...shown.slice(0, 2)],
  ],
  [
    'dot in a circle',
    `digraph "${app}" {\n"${app}" -> "${core}" ;\n"${core}" -> "${core}" ;\n}`,
    [shown[0] ?? '', shown[1] ?? '', '2 core 2 compile linux'],
  ],
  ['tgf', `1 ${app}\r\n2 ${core}\r\n3 ${base}\r\n#\r\n1 2 compile\r\n2 3 test\r\n`, shown],
  ['tgf, appended', `1 ${app}\n#\n1 ${app}\n2 ${core}\n#\n1 2 compile\n`, ['0 app 1', ...shown.slice(0, 2)]],
  ['graphml', graphml, shown],
  ['graphml, appended', `${graphml}${graphml}\n`, [...shown, ...shown]],
];

for (const [title, text, expected] of texts) {
  test(`${title} is a tree`, () => {
    const answer = parseMavenTreeGraph(text);
    assert.ok(answer !== undefined && 'nodes' in answer);
    const words = answer.nodes.map(({ depth, artifactId, version, scope, classifier, optional }) =>
      [depth, artifactId, version, scope, classifier, optional ? 'optional' : '']
        .filter((one) => one !== undefined && one !== '')
        .join(' '),
    );
    assert.deepEqual(words, expected);
    assert.deepEqual(answer.problems, []);
  });
}

test('what is no artefact is told with its line, and other texts are left to others', () => {
  const answer = parseMavenTreeGraph(`digraph "${app}" {\n"${app}" -> "org.lib:cut" ;\n}`);
  assert.ok(answer !== undefined && 'nodes' in answer);
  assert.deepEqual(
    answer.problems.map(({ line }) => line),
    [2],
  );
  assert.ok('message' in (parseMavenTreeGraph('<graphml><node') ?? {}));
  assert.equal(parseMavenTreeGraph(`${app}\n+- ${core}\n`), undefined);
});

test('no text makes it throw', () => {
  const piece = fc.constantFrom('digraph "', `"${app}"`, ' -> ', '#', '1 2', `1 ${app}`, '<graphml>', '<node id="1">');
  fc.assert(fc.property(fc.array(fc.oneof(piece, fc.string())), (parts) => void parseMavenTreeGraph(parts.join('\n'))));
});
