import assert from 'node:assert/strict';
import { test } from 'node:test';
import { globs } from '../base/glob.ts';
import { readers } from './index.ts';

const paths: readonly (readonly [string, string | undefined])[] = [
  ['package-lock.json', 'package-lock'],
  ['viewer/npm-shrinkwrap.json', 'package-lock'],
  ['package.json', undefined],
  ['var/lib/dpkg/status', 'dpkg'],
  ['image/rootfs/var/lib/dpkg/status', 'dpkg'],
  ['var/lib/dpkg/status.d/libssl1.1', 'dpkg'],
  ['var/lib/dpkg/status.d/libc6.md5sums', undefined],
  ['var/lib/dpkg/status-old', undefined],
  ['service/uv.lock', 'uv-lock'],
  ['tool.py.lock', 'uv-lock'],
  ['requirements.txt', 'requirements'],
  ['requirements-dev.txt', 'requirements'],
  ['docs/dev-requirements.txt', 'requirements'],
  ['requirements/base.txt', 'requirements'],
  ['notes.txt', undefined],
  ['cmd/go.mod', 'go-mod'],
  ['go.sum', 'go-sum'],
  ['go.work', undefined],
  ['go.work.sum', undefined],
  ['vendor/modules.txt', 'go-vendor'],
  ['modules.txt', undefined],
  ['bom.json', 'cyclonedx-json'],
  ['a/b/app.cdx.json', 'cyclonedx-json'],
  ['app.cyclonedx.json', 'cyclonedx-json'],
  ['mybom.json', undefined],
  ['app.spdx.json', undefined],
  ['tureen.yaml', 'hand-entered'],
  ['device/tureen.yaml', undefined],
];

for (const [path, expected] of paths) {
  test(`${path} is read by ${expected ?? 'nobody'}`, () => {
    assert.equal(readers.find(({ files }) => globs(files)(path))?.name, expected);
  });
}
