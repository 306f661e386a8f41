import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { inFolder, tureen } from '../command-line.ts';

const bom = '{"bomFormat":"CycloneDX","specVersion":"1.5","odd":[1],"components":[]}';

const runs: readonly { readonly words: readonly string[]; readonly code: number; readonly told: RegExp }[] = [
  { words: ['a.cdx.json', '--spec', '1.7'], code: 0, told: /^$/ },
  { words: ['a.cdx.json', '--spec', '1.4'], code: 2, told: /older than 1\.5/ },
  { words: ['a.cdx.json', '--spec', '3'], code: 2, told: /not written in version "3"/ },
  { words: ['a.cdx.json', '--format', 'spdx-json'], code: 2, told: /not converted to spdx-json/ },
  { words: ['new.cdx.json'], code: 1, told: /1\.9; 1\.2 to 1\.7 are known/ },
  { words: ['broken.cdx.json'], code: 2, told: /broken\.cdx\.json/ },
];

for (const { words, code, told } of runs) {
  test(`sbom convert ${words.join(' ')} ends with ${code}`, async () => {
    await inFolder((folder) => {
      writeFileSync(join(folder, 'a.cdx.json'), bom);
      writeFileSync(join(folder, 'new.cdx.json'), bom.replace('1.5', '1.9'));
      writeFileSync(join(folder, 'broken.cdx.json'), bom.slice(0, 30));
      const [file = '', ...rest] = words;
      const run = tureen(['sbom', 'convert', join(folder, file), ...rest, '--cwd', folder]);
      assert.equal(run.code, code, run.stderr);
      assert.match(run.stderr, told);
      assert.equal(run.stdout, code === 2 ? '' : bom.replace('1.5', code === 0 ? '1.7' : '1.9'));
    });
  });
}

test('sbom convert tells that a signature does not hold any longer, and writes to a file', async () => {
  await inFolder((folder) => {
    const [from, to] = [join(folder, 'a.cdx.json'), join(folder, 'b.cdx.json')];
    writeFileSync(from, bom.replace('"odd"', '"signature":{},"odd"'));
    const run = tureen(['sbom', 'convert', from, '--spec', '1.6', '-o', to, '--cwd', folder]);
    assert.equal(run.code, 0);
    assert.match(run.stderr, /signature does not hold/);
    assert.match(readFileSync(to, 'utf8'), /"1\.6","signature":\{\}/);
  });
});
