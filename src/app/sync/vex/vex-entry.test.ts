import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rootOf } from './vex-entry.ts';

const metadata = '.well-known/csaf/provider-metadata.json';

for (const [from, root, named] of [
  ['../vexhub', '../vexhub', undefined],
  ['index.json', '.', 'index.json'],
  ['hub/index.json', 'hub', 'index.json'],
  [`https://csaf.example/${metadata}`, 'https://csaf.example', metadata],
  ['https://csaf.example/csaf/provider-metadata.json', 'https://csaf.example/csaf', 'provider-metadata.json'],
  ['https://csaf.example/my-index.json', 'https://csaf.example/my-index.json', undefined],
  ['https://github.com/acme/vexhub', 'https://raw.githubusercontent.com/acme/vexhub/main', 'vex-repository.json'],
  ['https://github.com/acme/vex.hub.git', 'https://raw.githubusercontent.com/acme/vex.hub/main', 'vex-repository.json'],
  ['https://github.com/acme/vexhub/tree/x', 'https://github.com/acme/vexhub/tree/x', undefined],
] as const)
  test(`"${from}" begins at "${root}"`, () => {
    assert.deepEqual(rootOf(from), { root, named });
  });
