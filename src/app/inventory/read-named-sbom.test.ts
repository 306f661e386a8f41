import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryHost } from '../../../test/memory-host.ts';
import { scan } from '../scan.ts';

const bom = JSON.stringify({
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  components: [{ type: 'library', name: 'ladle', version: '1.0.0', purl: 'pkg:npm/ladle@1.0.0' }],
});
const tags =
  'SPDXVersion: SPDX-2.3\nSPDXID: SPDXRef-DOCUMENT\nPackageName: ladle\nSPDXID: SPDXRef-a\nPackageVersion: 1.0.0\n';

for (const [path, text, reader] of [
  ['supplier-2026.json', bom, 'cyclonedx-json'],
  ['list.txt', tags, 'spdx-tag-value'],
] as const) {
  test(`an SBOM named ${path} is known by its content`, async () => {
    const { inventory } = await scan(memoryHost({ [path]: text, 'package-lock.json': '{' }), path);
    assert.deepEqual(
      inventory.components.map(({ name, version }) => `${name} ${version}`),
      ['ladle 1.0.0'],
    );
    assert.deepEqual(
      inventory.files.map((file) => `${file.path} ${file.reader} ${file.status}`),
      [`${path} ${reader} read`],
    );
  });
}

test('a named text that is no SBOM is told to be none', async () => {
  const { inventory, complete } = await scan(memoryHost({ 'notes.txt': 'soup of the day' }), 'notes.txt');
  assert.equal(complete, false);
  assert.match(inventory.diagnostics[0]?.message ?? '', /notes\.txt cannot be read: no reader knows it by its name/);
});

test('a file that a reader knows by its name is left to the reader', async () => {
  const lock = JSON.stringify({ lockfileVersion: 3, packages: { 'node_modules/ladle': { version: '2.0.0' } } });
  const { inventory } = await scan(memoryHost({ 'package-lock.json': lock }), 'package-lock.json');
  assert.equal(inventory.files[0]?.reader, 'package-lock');
});
