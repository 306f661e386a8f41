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
import { growsEvenly } from '../grows-evenly.ts';
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

const between = (one: string) => (count: number) => `a${one.repeat(count)}!`;
const [spaces, ats, slashes] = [between(' '), between('@'), between('/')];
const settingsFile = { path: '', whose: 'repository', environment: {} } as const;
const letters = (count: number) => 'a'.repeat(count);
const noGround = { readText: async () => undefined, paths: [], rootOf: () => undefined };
const readAt = ({ read }: Reader, path: string, text: string) => read({ path, text, companions: new Map() });
const resolving = (name: string) =>
  parsePackageManifest('package.json', JSON.stringify({ resolutions: { [name]: '1' } }), []);
const record = JSON.stringify({ name: 'a', version: '1', depends: ['b'] });

const texts: readonly (readonly [what: string, read: (count: number) => unknown])[] = [
  ['the name of a licence', (count) => suggestExpression(spaces(count))],
  ['the address of a repository', (count) => hostedPath(ats(count).slice(1))],
  ['a requirement of Cargo', (count) => fitsCargoRequirement('1.0.0', spaces(count))],
  ['a line of .npmrc', (count) => npmrc({ ...settingsFile, text: spaces(count) })],
  ['a value of .npmrc', (count) => npmrc({ ...settingsFile, text: `registry=${spaces(count)}` })],
  ['a requirements file', (count) => requirementOptions({ ...settingsFile, text: `${'\n'.repeat(count)}!` })],
  ['a pod', (count) => podSources({ DEPENDENCIES: ['a'.repeat(count)] })],
  ['a dependency of PlatformIO', (count) => isFolder(ats(count).slice(1))],
  [
    'a workspace of npm',
    (count) => workspaceManifests('package.json', JSON.stringify({ workspaces: [slashes(count)] }), []),
  ],
  ['a token of .npmrc', (count) => npmrc({ ...settingsFile, text: `//t:${'0'.repeat(count)}:0:_auth=x` })],
  ['a line of pip.conf', (count) => pipConf({ ...settingsFile, text: `-:${' '.repeat(count)}\u2028` })],
  ['a value of Bundler', (count) => bundleConfig({ ...settingsFile, text: `BUNDLE_A:${' '.repeat(count)}"b` })],
  ['a host of Bundler', (count) => bundleConfig({ ...settingsFile, text: `BUNDLE_A${'_'.repeat(count)}-: "a:b"` })],
  ['a channel of conda', (count) => channelOfAddress(`https://c.example/${slashes(count)}`)],
  [
    'the path of a record of conda',
    (count) => condaMeta.companions?.(new Map([['a', record]]), 'a', [`b-${letters(count)}`]),
  ],
  ['the path of a package of pacman', (count) => readAt(pacman, letters(count), '%NAME%\na\n\n%DEPENDS%\nb\n')],
  ['the path of a licence', (count) => claimedPackages(`gems/${'-1'.repeat(count)}`)],
  ['the path of a crate', (count) => claimedPackages(`registry/src/a/${'-1.'.repeat(count)}`)],
  ['the path of a module of Go', (count) => claimedPackages(`${'pkg/mod/'.repeat(count / 8)}@`)],
  ['the path of a wheel', (count) => ownersOf([], { ...noGround, paths: [`${letters(count)}-1.dist-info/RECORD`] })],
  ['the path of top_level.txt', (count) => installedModules.read(letters(count), '')],
  [
    'a line of os-release',
    (count) => distributionOf('', new Map([['etc/os-release', `A=${'\t'.repeat(count)}\u2028=`]])),
  ],
  ['a number format of Excel', (count) => isDateFormat(164, '['.repeat(count))],
  [
    'the address of a download',
    (count) => fileNameOf({ name: undefined, address: `${'#'.repeat(count)}\n`, hashes: [] }),
  ],
  ['the resolution of a package of yarn', (count) => parseLocator('@virtual:'.repeat(count / 8))],
  ['a patch of a patch of yarn', (count) => parseLocator('a@patch:'.repeat(count / 8))],
  ['a resolution of yarn', (count) => yarnResolutions(resolving(`a${ats(count)}\n`))],
  ['a line of Gemfile.lock', (count) => parseGemfileLock(`GEM\n  specs:\n${' '.repeat(count)}\u2028`)],
  ['a word of CMake', (count) => readAt(cmakeDependencies, 'CMakeLists.txt', `cpm${'package'.repeat(count / 7)}`)],
  ['a line of CMake', (count) => parseCmake(`a(${' b'.repeat(count)})`)],
  ['the address of a package of CPM', (count) => parseCpmAddress('@'.repeat(count))],
  ['a line of DEP-5', (count) => statedInCopyright(`Format: a\nLicense:${' '.repeat(count)}\u2028`, '')],
  ['an import of Swift', (count) => swift.find('@a\n'.repeat(count / 3))],
  [
    'a string of Package.swift',
    (count) => swiftManifests(new Map([['Package.swift', '"\\'.repeat(count / 2)]]), 'Package.resolved'),
  ],
  [
    'a go.mod',
    (count) =>
      golang.read(
        { base: '', type: 'golang', namespace: undefined, name: 'a', version: 'v1.0.0' },
        new Map([
          ['info', '{"Version":"v1.0.0"}'],
          ['mod', '// a\n'.repeat(count)],
        ]),
        () => 0,
      ),
  ],
];

for (const [what, read] of texts) test(`${what} is read in linear time`, () => growsEvenly(what, read));
