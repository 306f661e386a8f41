import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { matchesGolden } from '../../../test/golden.ts';
import { component, subject } from '../../../test/sbom-subjects.ts';
import { sbomExports } from './index.ts';

const at = (file: string, line: number) => ({ file, line });
const lock = 'viewer/package-lock.json';

const components = [
  component({
    name: 'viewer',
    version: '3.1.0',
    firstParty: true,
    relation: 'direct',
    scope: 'runtime',
    foundAt: [at(lock, 7)],
    dependsOn: ['pkg:npm/%40scope/chart@2.0.0', 'pkg:npm/vite@8.0.0'],
  }),
  component({
    purl: 'pkg:npm/%40scope/chart@2.0.0',
    name: '@scope/chart',
    version: '2.0.0',
    relation: 'direct',
    scope: 'runtime',
    scopeEvidence: [{ scope: 'runtime', reason: 'no "dev" or "optional" flag', at: at(lock, 30) }],
    foundAt: [at(lock, 30)],
    hashes: [{ algorithm: 'sha512', value: '0f'.repeat(64), of: 'archive' }],
    licences: [{ expression: '(MIT OR Apache-2.0)', at: at(lock, 30) }],
    download: 'https://npm.example/@scope/chart/-/chart-2.0.0.tgz',
    homepage: 'https://chart.example',
    dependsOn: [],
  }),
  component({
    name: 'vite',
    version: '8.0.0',
    relation: 'direct',
    scope: 'development',
    scopeEvidence: [{ scope: 'development', reason: '"dev": true', at: at(lock, 60) }],
    foundAt: [at(lock, 60)],
    licences: [{ expression: 'SEE LICENSE IN LICENSE.md', at: at(lock, 60) }],
    dependsOn: ['pkg:npm/%40scope/chart@2.0.0'],
  }),
  component({
    purl: 'pkg:deb/debian/openssl@3.0.11-1?arch=amd64&distro=debian-12',
    type: 'deb',
    name: 'openssl',
    version: '3.0.11-1',
    scope: 'runtime',
    foundAt: [at('image/var/lib/dpkg/status', 900)],
    supplier: 'Debian OpenSSL Team <openssl@lists.example>',
    source: { name: 'openssl', version: '3.0.11-1' },
    description: 'Secure Sockets Layer toolkit',
    dependsOn: [],
  }),
  component({
    type: 'pypi',
    name: 'numpy',
    version: undefined,
    purl: 'pkg:pypi/numpy',
    pinning: { kind: 'range', asked: '>=2' },
    foundAt: [at('service/requirements.txt', 3)],
    hashes: [
      { algorithm: 'sha256', value: '1a'.repeat(32), of: 'numpy-2.1.3-cp312.whl' },
      { algorithm: 'sha256', value: '2b'.repeat(32), of: 'numpy-2.1.3.tar.gz' },
    ],
  }),
];

const small = subject(components, {
  product: {
    name: 'DermaScan',
    version: '2.0.0',
    manufacturer: 'Example Medical GmbH',
    website: 'https://medical.example',
    email: 'sbom@medical.example',
  },
  inventory: {
    components,
    files: [
      { path: lock, reader: 'package-lock', status: 'read', reason: undefined, graph: 'complete' },
      { path: 'native/conanfile.txt', reader: undefined, status: 'not-understood', reason: 'no reader', graph: 'none' },
    ],
    diagnostics: [],
  },
});

for (const { name, specs, extension, write } of sbomExports) {
  for (const spec of specs) {
    test(`${name} ${spec} of a small product is as its golden file shows`, () => {
      const golden = fileURLToPath(
        new URL(`fixtures/${name}-${spec}.golden.${extension.split('.').at(-1)}`, import.meta.url),
      );
      matchesGolden(golden, write(small, spec));
    });
  }
}
