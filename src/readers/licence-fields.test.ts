import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classifyLicence } from '../base/licences/classify-licence.ts';
import { apkInstalled } from './alpine/apk-installed.ts';
import { condaMeta } from './conda/conda-meta.ts';
import { nodePackage } from './npm/node-package.ts';
import { packageLock } from './npm/package-lock.ts';
import { composerLock } from './php/composer-lock.ts';
import { pythonDistInfo } from './python/python-dist-info.ts';
import { renvLock } from './r/renv-lock.ts';
import { cyclonedxJson } from './sbom/cyclonedx-json.ts';
import { spdxJson } from './sbom/spdx-json.ts';

const pad = { name: 'pad', version: '1.0.0' };
const lock = (license: unknown) => ({
  name: 'x',
  version: '1.0.0',
  lockfileVersion: 3,
  packages: { '': { name: 'x', version: '1.0.0' }, 'node_modules/pad': { version: '1.0.0', license } },
});

/** Files of formats that state licences, with one in its field. */
const formats = [
  [packageLock, 'package-lock.json', (license: string) => JSON.stringify(lock(license))],
  [nodePackage, 'node_modules/pad/package.json', (license: string) => JSON.stringify({ ...pad, license })],
  [
    composerLock,
    'composer.lock',
    (one: string) => JSON.stringify({ packages: [{ ...pad, name: 'a/pad', license: [one] }] }),
  ],
  [condaMeta, 'conda-meta/pad-1.0.0-h_0.json', (license: string) => JSON.stringify({ ...pad, build: 'h_0', license })],
  [
    pythonDistInfo,
    'pad-1.0.0.dist-info/METADATA',
    (license: string) => `Metadata-Version: 2.1\nName: pad\nVersion: 1.0.0\nLicense: ${license}\n`,
  ],
  [
    renvLock,
    'renv.lock',
    (License: string) =>
      JSON.stringify({ R: { Version: '4.4.0' }, Packages: { pad: { Package: 'pad', Version: '1.0.0', License } } }),
  ],
  [apkInstalled, 'lib/apk/db/installed', (license: string) => `P:pad\nV:1.0.0-r0\nA:x86_64\nL:${license}\n\n`],
  [
    cyclonedxJson,
    'bom.json',
    (name: string) =>
      JSON.stringify({
        bomFormat: 'CycloneDX',
        specVersion: '1.6',
        components: [{ type: 'library', ...pad, purl: 'pkg:npm/pad@1.0.0', licenses: [{ license: { name } }] }],
      }),
  ],
  [
    spdxJson,
    'sbom.spdx.json',
    (licenseDeclared: string) =>
      JSON.stringify({
        spdxVersion: 'SPDX-2.3',
        SPDXID: 'SPDXRef-DOCUMENT',
        packages: [{ SPDXID: 'SPDXRef-pad', name: 'pad', versionInfo: '1.0.0', licenseDeclared }],
      }),
  ],
] as const;

for (const [field, kind] of [
  ['MIT/Apache-2.0', 'name'],
  ['SEE LICENSE IN LICENSE.md', 'see-file'],
  ['UNLICENSED', 'proprietary'],
  ['http://opensource.org/licenses/MIT', 'url'],
  ['GPL (>= 2)', 'name'],
  ['Acme End User Terms v2', 'unlisted'],
] as const)
  test(`${field} is kept letter by letter by every format, and is of the class ${kind}`, () => {
    const told = formats.map(([reader, path, write]) => {
      const { components } = reader.read({ path, text: write(field), companions: new Map() });
      const found = components.find(({ name }) => name.endsWith('pad'));
      return [reader.name, found?.licences[0]?.expression];
    });
    assert.deepEqual(
      told,
      formats.map(([{ name }]) => [name, field]),
    );
    assert.equal(classifyLicence(field).class, kind);
  });
