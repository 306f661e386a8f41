import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { inFolder, tureen } from '../command-line.ts';
import { dockerSave, ociLayout, type SampleLayer } from '../sample-image.ts';

const layers: readonly SampleLayer[] = [
  {
    items: [
      { path: 'etc/os-release', content: 'ID=debian\nVERSION_ID="12"\n' },
      { path: 'var/lib/dpkg/status', content: 'Package: zlib1g\nStatus: install ok installed\nVersion: 1:1.2.13\n' },
    ],
    packing: 'gzip',
  },
  {
    items: [{ path: 'app/node_modules/ms/package.json', content: '{ "name": "ms", "version": "2.1.3" }' }],
    packing: 'zstd',
  },
];

/** The package URLs, without what tells of the system, that a scan prints as JSON. */
function scanned(path: string): readonly string[] {
  const { code, stdout, stderr } = tureen(['scan', path, '--format', 'json']);
  assert.equal(code, 0, stderr);
  const { components } = JSON.parse(stdout) as { readonly components: readonly { readonly purl: string }[] };
  return components.map(({ purl }) => purl.replace(/\?.*/, ''));
}

const wanted = ['pkg:deb/debian/zlib1g@1:1.2.13', 'pkg:npm/ms@2.1.3'];

test('an image is scanned as a file, and a layout as a folder', () =>
  inFolder((folder) => {
    writeFileSync(join(folder, 'service.tar'), dockerSave({ 'service:1.0': layers }));
    for (const [path, bytes] of Object.entries(ociLayout(layers))) {
      mkdirSync(dirname(join(folder, 'layout', path)), { recursive: true });
      writeFileSync(join(folder, 'layout', path), bytes);
    }
    assert.deepEqual(scanned(join(folder, 'service.tar')), wanted);
    assert.deepEqual(scanned(join(folder, 'layout')), wanted);
    assert.deepEqual(scanned(folder), wanted);
  }));

test('one lockfile is scanned without those beside it', () =>
  inFolder((folder) => {
    writeFileSync(join(folder, 'requirements.txt'), 'numpy==2.1.3\n');
    writeFileSync(join(folder, 'dev-requirements.txt'), 'pytest==8.0.0\n');
    assert.deepEqual(scanned(join(folder, 'requirements.txt')), ['pkg:pypi/numpy@2.1.3']);
  }));

test('a file that is neither an image nor a lockfile is told', () =>
  inFolder((folder) => {
    writeFileSync(join(folder, 'notes.txt'), 'hello\n');
    const { code, stderr } = tureen(['scan', join(folder, 'notes.txt')]);
    assert.equal(code, 1);
    assert.match(stderr, /notes\.txt cannot be read: no reader knows it by its name/);
  }));
