import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMavenTreeText } from './maven-tree-text.ts';

const lines: readonly (readonly [string, string])[] = [
  ['+- org.lib:core:jar:1.0:compile', '1 org.lib:core:jar::1.0 compile'],
  ['\\- org.lib:core:jar:linux-x86_64:1.0:runtime', '1 org.lib:core:jar:linux-x86_64:1.0 runtime'],
  ['+- org.lib:core:jar:1.0:compile (optional)', '1 org.lib:core:jar::1.0 compile optional'],
  ['+- org.lib:core:jar:1.0:compile (optional) ', '1 org.lib:core:jar::1.0 compile optional'],
  ['+- org.lib:core:jar:1.0:compile (version managed from 0.9)', '1 org.lib:core:jar::1.0 compile'],
  ['+- (org.lib:core:jar:1.0:compile - omitted for conflict with 1.1)', '1 org.lib:core:jar::1.0 compile omitted'],
  ['+- org.lib:core:jar:1.0:system:/opt/core.jar', '1 org.lib:core:jar::1.0 system'],
  ['+- org.lib:core:jar:1.0:compile:C:\\m2\\core.jar', '1 org.lib:core:jar::1.0 compile'],
  ['├─ org.lib:core:test-jar:tests:1.0:test', '1 org.lib:core:test-jar:tests:1.0 test'],
  ['   org.lib:core:jar:1.0:provided', '1 org.lib:core:jar::1.0 provided'],
];

for (const [line, expected] of lines) {
  test(`${JSON.stringify(line)} is an artefact of a tree`, () => {
    const answer = parseMavenTreeText(`org.example:app:jar:1\n${line}\n`);
    assert.ok('nodes' in answer);
    assert.deepEqual(answer.nodes.slice(1).map(show), [expected]);
    assert.deepEqual(answer.problems, []);
  });
}

test('the colours of a terminal and the times of a build server are taken off', () => {
  const log = [
    '2026-11-23T09:00:00.1Z [\u001b[1;34mINFO\u001b[m] --- dependency:3.8.1:tree (default-cli) @ app ---',
    '2026-11-23T09:00:00.2Z [\u001b[1;34mINFO\u001b[m] org.example:app:jar:1',
    '2026-11-23T09:00:00.2Z [\u001b[1;34mINFO\u001b[m] \\- org.lib:core:jar:1.0:\u001b[36mtest\u001b[m',
  ];
  assert.deepEqual(nodesOf(log), ['0 org.example:app:jar::1', '1 org.lib:core:jar::1.0 test']);
});

test('what other goals say in the same log is no part of a tree', () => {
  const log = [
    '[INFO] org.example:app:jar:1',
    '[INFO] \\- org.lib:core:jar:1.0:compile',
    '[INFO] ',
    '[WARNING] Used undeclared dependencies found:',
    '[WARNING]    org.lib:undeclared:jar:1.0:compile',
    '[INFO] The following plugins have been resolved:',
    '[INFO]    org.tool:plugin:maven-plugin:1.0:runtime',
  ];
  assert.deepEqual(nodesOf(log), ['0 org.example:app:jar::1', '1 org.lib:core:jar::1.0 compile']);
});

test('a build that failed, and a line that was cut off, are told', () => {
  const answer = parseMavenTreeText(
    [
      '[INFO] org.example:app:jar:1',
      '[INFO] +- org.lib:core:jar:1.0:compile',
      '[INFO] \\- org.lib:co',
      '[INFO] BUILD FAILURE',
    ].join('\n'),
  );
  assert.ok('nodes' in answer);
  assert.deepEqual(answer.problems, [
    { message: '"\\\\- org.lib:co" is no artefact of an answer of Maven', line: 3 },
    { message: 'Maven failed: "BUILD FAILURE"', line: 4 },
  ]);
});

test('a log names its projects, and a list without artefacts is an answer', () => {
  const answer = parseMavenTreeText(
    ['[INFO] ------< org.example:app >------', '[INFO] The following files have been resolved:', '[INFO]    none'].join(
      '\n',
    ),
  );
  assert.deepEqual(answer, { nodes: [], projects: ['org.example:app'], problems: [] });
});

test('an artefact that stands deeper than anything above it is a problem', () => {
  const answer = parseMavenTreeText(
    'org.example:app:jar:1\n+- org.lib:a:jar:1:compile\n|  |  \\- org.lib:b:jar:1:compile\n',
  );
  assert.deepEqual('nodes' in answer && answer.problems.map(({ line }) => line), [3]);
});

type Node = Extract<ReturnType<typeof parseMavenTreeText>, { nodes: unknown }>['nodes'][number];

function show({ depth, groupId, artifactId, type, classifier, version, scope, optional, omitted }: Node): string {
  const words = [scope, optional ? 'optional' : undefined, omitted ? 'omitted' : undefined].filter(Boolean);
  return [`${depth ?? '-'} ${groupId}:${artifactId}:${type ?? ''}:${classifier ?? ''}:${version}`, ...words].join(' ');
}

function nodesOf(log: readonly string[]): readonly string[] {
  const answer = parseMavenTreeText(log.join('\n'));
  assert.ok('nodes' in answer);
  return answer.nodes.map(show);
}
