import assert from 'node:assert/strict';
import { test } from 'node:test';
import { component } from '../../../test/sample-component.ts';
import type { InventoryDiff } from '../../model/inventory/inventory-diff.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';

const states = { before: 'v1.0', after: 'v1.1' };
const at = { file: 'package-lock.json', line: 3 };

const changes: InventoryDiff = [
  { kind: 'added', after: component('pkg:npm/ladle@1.0.0', { scope: 'runtime' }) },
  { kind: 'removed', before: component('pkg:npm/spoon@2.0.0', { scope: 'optional' }) },
  {
    kind: 'changed',
    before: component('pkg:npm/bowl@2.0.0', { scope: 'runtime', licences: [{ expression: 'MIT', at }] }),
    after: component('pkg:npm/bowl@1.0.0', { scope: 'runtime' }),
    facts: [
      { fact: 'version', before: ['2.0.0'], after: ['1.0.0'] },
      { fact: 'licence', before: ['MIT'], after: [] },
      { fact: 'needs', before: ['pkg:npm/spoon@2.0.0'], after: ['pkg:npm/ladle@1.0.0'] },
    ],
    step: 'down',
  },
  { kind: 'added', after: component('pkg:npm/linter@1.0.0', { scope: 'development' }) },
];

test('a pull request is told what ships, with tools folded away', () => {
  assert.equal(
    markdown.write(changes, states),
    `## Components: \`v1.0\` → \`v1.1\`

2 added, 1 removed, 1 changed.

| component | version | what differs |
| --- | --- | --- |
| \`ladle\` (npm) | \`1.0.0\` | **added**, runtime |
| \`spoon\` (npm) | \`2.0.0\` | **removed**, was optional |
| \`bowl\` (npm) | \`2.0.0\` → \`1.0.0\` | **downgrade**; licence: \`MIT\` → nothing; needs: no longer \`pkg:npm/spoon@2.0.0\`, now \`pkg:npm/ladle@1.0.0\` |

<details><summary>Tools: 1 added</summary>

| component | version | what differs |
| --- | --- | --- |
| \`linter\` (npm) | \`1.0.0\` | **added**, development |

</details>
`,
  );
});

test('no difference is said in words, not by an empty table', () => {
  assert.equal(markdown.write([], states), '## Components: `v1.0` → `v1.1`\n\nNo component differs.\n');
});

test('names and versions from foreign files cannot break the table', () => {
  const hostile = component('pkg:npm/a@1', { name: 'a`|<img src=x>\n| b', version: '1|`2', type: 'npm<b>' });
  const rows = markdown.write([{ kind: 'added', after: hostile }], states).split('\n');
  assert.equal(rows[6], "| `a'\\|<img src=x> \\| b` (npmb) | `1\\|'2` | **added**, unknown |");
});

test('a script is told the same changes', () => {
  assert.deepEqual(JSON.parse(json.write(changes.slice(1, 3), states)), {
    before: 'v1.0',
    after: 'v1.1',
    changes: [
      { kind: 'removed', purl: 'pkg:npm/spoon@2.0.0', scope: 'optional' },
      {
        kind: 'changed',
        before: 'pkg:npm/bowl@2.0.0',
        purl: 'pkg:npm/bowl@1.0.0',
        step: 'down',
        facts: [
          { fact: 'version', before: ['2.0.0'], after: ['1.0.0'] },
          { fact: 'licence', before: ['MIT'], after: [] },
          { fact: 'needs', before: ['pkg:npm/spoon@2.0.0'], after: ['pkg:npm/ladle@1.0.0'] },
        ],
      },
    ],
  });
});
