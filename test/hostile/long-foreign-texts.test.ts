import assert from 'node:assert/strict';
import { test } from 'node:test';
import { distributionOf } from '../../src/base/packages/system/os-release.ts';
import { isDateFormat } from '../../src/base/formats/tables/xlsx-dates.ts';
import { claimedPackages } from '../../src/app/licences/package-folders.ts';
import { ownersOf } from '../../src/app/licences/owner-of-file.ts';
import { fileNameOf } from '../../src/exports/sbom/facts/artefacts.ts';
import { bundleConfig } from '../../src/node/registries/gem-settings.ts';
import { statedInCopyright } from '../../src/readers/debian/copyright-file.ts';
import { parseCmake } from '../../src/readers/cmake/cmake-syntax.ts';
import { cmakeDependencies } from '../../src/readers/cmake/cmake-dependencies.ts';
import { parseCpmAddress } from '../../src/readers/cmake/cpm-address.ts';
import { channelOfAddress } from '../../src/readers/conda/conda-archive.ts';
import { condaMeta } from '../../src/readers/conda/conda-meta.ts';
import { pacman } from '../../src/readers/arch/pacman.ts';
import { parseLocator } from '../../src/readers/npm/yarn/yarn-locator.ts';
import { yarnResolutions } from '../../src/readers/npm/yarn/yarn-resolutions.ts';
import { parseGemfileLock } from '../../src/readers/ruby/gemfile-lock-syntax.ts';
import { installedModules } from '../../src/usage/names/installed-modules.ts';
import { swift } from '../../src/usage/swift.ts';
import { golang } from '../../src/registries/golang.ts';
import type { Reader } from '../../src/model/plugs/reader.ts';
import { suggestExpression } from '../../src/base/licences/suggest-expression.ts';
import { hostedPath } from '../../src/base/packages/repositories/hosted-path.ts';
import { npmrc } from '../../src/node/registries/npmrc.ts';
import { pipConf, requirementOptions } from '../../src/node/registries/python-settings.ts';
import { podSources } from '../../src/readers/apple/pod-source.ts';
import { parsePackageManifest, workspaceManifests } from '../../src/readers/npm/package-manifest.ts';
import { swiftManifests } from '../../src/readers/apple/swift-manifests.ts';
import { isFolder } from '../../src/readers/platformio/pio-component.ts';
import { fitsCargoRequirement } from '../../src/readers/rust/cargo-requirement.ts';

const count = 2e5;
const [spaces, ats, slashes] = [' ', '@', '/'].map((one) => `a${one.repeat(count)}!`) as [string, string, string];
const settingsFile = { path: '', whose: 'repository', environment: {} } as const;
const [letters, dashes] = ['a'.repeat(count), '-1'.repeat(count)] as [string, string];
const noGround = { readText: async () => undefined, paths: [], rootOf: () => undefined };
const readAt = ({ read }: Reader, path: string, text: string) => read({ path, text, companions: new Map() });
const resolving = (name: string) =>
  parsePackageManifest('package.json', JSON.stringify({ resolutions: { [name]: '1' } }), []);
const record = JSON.stringify({ name: 'a', version: '1', depends: ['b'] });

for (const [what, read] of [
  ['the name of a licence', () => suggestExpression(spaces)],
  ['the address of a repository', () => hostedPath(ats.slice(1))],
  ['a requirement of Cargo', () => fitsCargoRequirement('1.0.0', spaces)],
  ['a line of .npmrc', () => npmrc({ ...settingsFile, text: spaces })],
  ['a value of .npmrc', () => npmrc({ ...settingsFile, text: `registry=${spaces}` })],
  ['a requirements file', () => requirementOptions({ ...settingsFile, text: `${'\n'.repeat(count)}!` })],
  ['a pod', () => podSources({ DEPENDENCIES: ['a'.repeat(count)] })],
  ['a dependency of PlatformIO', () => isFolder(ats.slice(1))],
  ['a workspace of npm', () => workspaceManifests('package.json', JSON.stringify({ workspaces: [slashes] }), [])],
  ['a token of .npmrc', () => npmrc({ ...settingsFile, text: `//t:${'0'.repeat(count)}:0:_auth=x` })],
  ['a line of pip.conf', () => pipConf({ ...settingsFile, text: `-:${' '.repeat(count)}\u2028` })],
  ['a value of Bundler', () => bundleConfig({ ...settingsFile, text: `BUNDLE_A:${' '.repeat(count)}"b` })],
  ['a host of Bundler', () => bundleConfig({ ...settingsFile, text: `BUNDLE_A${'_'.repeat(count)}-: "a:b"` })],
  ['a channel of conda', () => channelOfAddress(`https://c.example/${slashes}`)],
  ['the path of a record of conda', () => condaMeta.companions?.(new Map([['a', record]]), 'a', [`b-${letters}`])],
  ['the path of a package of pacman', () => readAt(pacman, letters, '%NAME%\na\n\n%DEPENDS%\nb\n')],
  ['the path of a licence', () => claimedPackages(`gems/${dashes}`)],
  ['the path of a crate', () => claimedPackages(`registry/src/a/${'-1.'.repeat(count)}`)],
  ['the path of a module of Go', () => claimedPackages(`${'pkg/mod/'.repeat(count / 8)}@`)],
  ['the path of a wheel', () => ownersOf([], { ...noGround, paths: [`${letters}-1.dist-info/RECORD`] })],
  ['the path of top_level.txt', () => installedModules.read(letters, '')],
  ['a line of os-release', () => distributionOf('', new Map([['etc/os-release', `A=${'\t'.repeat(count)}\u2028=`]]))],
  ['a number format of Excel', () => isDateFormat(164, '['.repeat(count))],
  ['the address of a download', () => fileNameOf({ name: undefined, address: `${'#'.repeat(count)}\n`, hashes: [] })],
  ['the resolution of a package of yarn', () => parseLocator('@virtual:'.repeat(count / 8))],
  ['a patch of a patch of yarn', () => parseLocator('a@patch:'.repeat(count / 8))],
  ['a resolution of yarn', () => yarnResolutions(resolving(`a${ats}\n`))],
  ['a line of Gemfile.lock', () => parseGemfileLock(`GEM\n  specs:\n${' '.repeat(count)}\u2028`)],
  ['a word of CMake', () => readAt(cmakeDependencies, 'CMakeLists.txt', `cpm${'package'.repeat(count / 7)}`)],
  ['a line of CMake', () => parseCmake(`a(${' b'.repeat(count)})`)],
  ['the address of a package of CPM', () => parseCpmAddress('@'.repeat(count))],
  ['a line of DEP-5', () => statedInCopyright(`Format: a\nLicense:${' '.repeat(count)}\u2028`, '')],
  ['an import of Swift', () => swift.find('@a\n'.repeat(count / 3))],
  [
    'a string of Package.swift',
    () => swiftManifests(new Map([['Package.swift', '"\\'.repeat(count / 2)]]), 'Package.resolved'),
  ],
  [
    'a go.mod',
    () =>
      golang.read(
        { base: '', type: 'golang', namespace: undefined, name: 'a', version: 'v1.0.0' },
        new Map([
          ['info', '{"Version":"v1.0.0"}'],
          ['mod', '// a\n'.repeat(count)],
        ]),
        () => 0,
      ),
  ],
] as const)
  test(`${what} of ${count} characters is read in linear time`, () => {
    const started = performance.now();
    read();
    assert.ok(performance.now() - started < 2000);
  });
