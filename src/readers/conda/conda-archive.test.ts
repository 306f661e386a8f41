import assert from 'node:assert/strict';
import { test } from 'node:test';
import { channelOfAddress, readCondaArchive } from './conda-archive.ts';

const file = 'scikit-image-0.24.0-py311h044e617_3.conda';

const archives: readonly (readonly [address: string, says: string])[] = [
  [`https://conda.example/conda-forge/linux-64/${file}`, 'conda-forge linux-64 scikit-image 0.24.0 py311h044e617_3'],
  ['https://conda.example/pkgs/main/noarch/wheel-0.37.1-pyhd3eb1b0_0.tar.bz2', 'main noarch wheel 0.37.1 pyhd3eb1b0_0'],
  [`https://conda.example/pytorch/label/nightly/osx-arm64/${file}`, 'pytorch/label/nightly osx-arm64 scikit-image'],
  [`https://mirror.example/artifactory/api/conda/conda-forge/win-64/${file}`, 'conda-forge win-64 scikit-image'],
  [`https://user:secret@conda.example/t/tk-secret/device/linux-aarch64/${file}`, 'device linux-aarch64 scikit-image'],
  [`https://conda.example/conda-forge/linux-64/${file}#0123`, 'conda-forge linux-64 scikit-image'],
  [`file:///opt/channel/linux-64/${file}`, 'channel linux-64 scikit-image'],
  [`./${file}`, '? ? scikit-image'],
  ['https://conda.example/conda-forge/linux-64/python-3.11.10-hc5c86c4_1_cpython.conda', 'conda-forge linux-64 python'],
  ['https://conda.example/conda-forge/linux-64/numpy.conda', 'nothing'],
  ['https://conda.example/conda-forge/linux-64/numpy-2.0.2-py311.zip', 'nothing'],
  ['../recipe', 'nothing'],
  ['', 'nothing'],
];

for (const [address, says] of archives) {
  test(`${address} is ${says}`, () => {
    const read = readCondaArchive(address);
    const shown =
      read === undefined
        ? 'nothing'
        : [read.channel ?? '?', read.subdir ?? '?', read.name, read.version, read.build].join(' ');
    assert.ok(shown.startsWith(says), shown);
    assert.doesNotMatch(read?.address ?? '', /secret|0123/);
  });
}

test('the channel of an address is its last folder, with its label', () => {
  assert.equal(channelOfAddress('https://conda.example/conda-forge/'), 'conda-forge');
  assert.equal(channelOfAddress('https://conda.example/conda-forge/label/dev'), 'conda-forge/label/dev');
  assert.equal(channelOfAddress('https://conda.example/t/tk-secret/device'), 'device');
});
