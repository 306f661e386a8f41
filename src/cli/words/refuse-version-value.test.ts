import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tureen } from '../../../test/command-line.ts';
import { tool } from '../../app/product.ts';

const refused: readonly (readonly [words: string, remedy: RegExp])[] = [
  [
    'init --version 1.0.0',
    /^help: Write --device-version 1\.0\.0: version of the device\. `tureen --version` prints /m,
  ],
  ['init --version=1.0.0 --yes', /^help: Write --device-version 1\.0\.0: /m],
  ['init -V 1.0.0', /^help: Write --device-version 1\.0\.0: /m],
  ['release --version 1.0.0', /^help: Write it without --version, as in `tureen release 2\.4\.0 /m],
  ['scan --version 1.0.0', /^help: Write --spec 1\.0\.0: version of the SBOM specification/m],
  ['sbom convert --version 1.0.0', /^help: Write --spec 1\.0\.0: /m],
  ['why --version 1.0.0', /^help: Leave it out; `tureen why --help` tells what there is\. `tureen --version` /m],
];

for (const [words, remedy] of refused)
  test(`\`tureen ${words}\` says what is meant instead of the version of Tureen`, () => {
    const { code, stdout, stderr } = tureen(words.split(' '));
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /^error: --version takes no value, and "1\.0\.0" is one: it prints the version of Tureen\n/);
    assert.match(stderr, remedy);
  });

for (const words of ['--version', '-V', 'init --version', 'init --yes -V', 'sbom --version convert', '--version init'])
  test(`\`tureen ${words}\` prints the version of Tureen`, () => {
    assert.deepEqual(tureen(words.split(' ')), { code: 0, stdout: `${tool.version}\n`, stderr: '' });
  });
