import type { ReaderEntry } from '../model/plugs/reader.ts';
import { condaReaders } from './conda-readers.ts';
import { nugetLockfiles, projectFiles } from './dotnet/project-files.ts';
import { installedReaders } from './installed-readers.ts';
import { gradleLockfiles } from './jvm/gradle/gradle-lockfiles.ts';
import { nativeReaders } from './native-readers.ts';
import { requirementFiles } from './python/requirement/requirement-files.ts';
import { systemReaders } from './system-readers.ts';

/** Every reader; a file is read by the first whose globs match. */
export const readers: readonly ReaderEntry[] = [
  ...systemReaders,
  ...installedReaders,
  {
    name: 'package-lock',
    files: ['**/package-lock.json', '**/npm-shrinkwrap.json'],
    load: async () => (await import('./npm/package-lock.ts')).packageLock,
  },
  {
    name: 'pnpm-lock',
    files: ['**/pnpm-lock.yaml'],
    load: async () => (await import('./npm/pnpm-lock.ts')).pnpmLock,
  },
  {
    name: 'yarn-lock',
    files: ['**/yarn.lock'],
    load: async () => (await import('./npm/yarn-lock.ts')).yarnLock,
  },
  {
    name: 'bun-lock',
    files: ['**/bun.lock'],
    load: async () => (await import('./npm/bun-lock.ts')).bunLock,
  },
  {
    name: 'deno-lock',
    files: ['**/deno.lock'],
    load: async () => (await import('./npm/deno-lock.ts')).denoLock,
  },
  {
    name: 'uv-lock',
    files: ['**/uv.lock', '**/*.py.lock'],
    load: async () => (await import('./python/uv-lock.ts')).uvLock,
  },
  {
    name: 'poetry-lock',
    files: ['**/poetry.lock'],
    load: async () => (await import('./python/poetry-lock.ts')).poetryLock,
  },
  {
    name: 'pdm-lock',
    files: ['**/pdm.lock', '**/pdm.*.lock'],
    load: async () => (await import('./python/pdm-lock.ts')).pdmLock,
  },
  {
    name: 'pipfile-lock',
    files: ['**/Pipfile.lock'],
    load: async () => (await import('./python/pipfile-lock.ts')).pipfileLock,
  },
  {
    name: 'pylock',
    files: ['**/pylock.toml', '**/pylock.*.toml'],
    load: async () => (await import('./python/pylock.ts')).pylock,
  },
  ...condaReaders,
  {
    name: 'requirements',
    files: requirementFiles,
    load: async () => (await import('./python/requirements.ts')).requirements,
  },
  {
    name: 'cargo-lock',
    files: ['**/Cargo.lock'],
    load: async () => (await import('./rust/cargo-lock.ts')).cargoLock,
  },
  {
    name: 'package-resolved',
    files: ['**/Package.resolved'],
    load: async () => (await import('./apple/package-resolved.ts')).packageResolved,
  },
  {
    name: 'podfile-lock',
    files: ['**/Podfile.lock'],
    load: async () => (await import('./apple/podfile-lock.ts')).podfileLock,
  },
  {
    name: 'cartfile-resolved',
    files: ['**/Cartfile.resolved'],
    load: async () => (await import('./apple/cartfile-resolved.ts')).cartfileResolved,
  },
  {
    name: 'pubspec-lock',
    files: ['**/pubspec.lock'],
    load: async () => (await import('./dart/pubspec-lock.ts')).pubspecLock,
  },
  {
    name: 'go-mod',
    files: ['**/go.mod'],
    load: async () => (await import('./go/go-mod.ts')).goMod,
  },
  {
    name: 'go-sum',
    files: ['**/go.sum'],
    load: async () => (await import('./go/go-sum.ts')).goSum,
  },
  {
    name: 'go-vendor',
    files: ['**/vendor/modules.txt'],
    load: async () => (await import('./go/go-vendor.ts')).goVendor,
  },
  {
    name: 'maven-pom',
    files: ['**/pom.xml', '**/effective-pom.xml'],
    load: async () => (await import('./jvm/maven-pom.ts')).mavenPom,
  },
  {
    name: 'maven-tree',
    files: ['**/?(mvn-|maven-)dependency-@(tree|list).@(txt|json|log|dot|tgf|graphml)'],
    load: async () => (await import('./jvm/maven-tree.ts')).mavenTree,
  },
  {
    name: 'gradle-lockfile',
    files: gradleLockfiles,
    load: async () => (await import('./jvm/gradle-lockfile.ts')).gradleLockfile,
  },
  {
    name: 'gradle-verification',
    files: ['**/gradle/verification-metadata.xml'],
    load: async () => (await import('./jvm/gradle-verification.ts')).gradleVerification,
  },
  {
    name: 'gradle-catalog',
    files: ['**/libs.versions.toml', '**/gradle/*.versions.toml'],
    load: async () => (await import('./jvm/gradle-catalog.ts')).gradleCatalog,
  },
  {
    name: 'nuget-lock',
    files: nugetLockfiles,
    load: async () => (await import('./dotnet/nuget-lock.ts')).nugetLock,
  },
  {
    name: 'deps-json',
    files: ['**/*.deps.json'],
    within: 'both',
    load: async () => (await import('./dotnet/deps-json.ts')).depsJson,
  },
  {
    name: 'project-assets',
    files: ['**/project.assets.json'],
    load: async () => (await import('./dotnet/project-assets.ts')).projectAssets,
  },
  {
    name: 'packages-config',
    files: ['**/packages.config', '**/packages.*.config'],
    load: async () => (await import('./dotnet/packages-config.ts')).packagesConfig,
  },
  {
    name: 'nuget-project',
    files: projectFiles,
    load: async () => (await import('./dotnet/nuget-project.ts')).nugetProject,
  },
  {
    name: 'composer-lock',
    files: ['**/composer.lock'],
    load: async () => (await import('./php/composer-lock.ts')).composerLock,
  },
  {
    name: 'gemfile-lock',
    files: ['**/Gemfile.lock', '**/*.gemfile.lock', '**/gems.locked'],
    load: async () => (await import('./ruby/gemfile-lock.ts')).gemfileLock,
  },
  {
    name: 'mix-lock',
    files: ['**/mix.lock'],
    load: async () => (await import('./beam/mix-lock.ts')).mixLock,
  },
  {
    name: 'rebar-lock',
    files: ['**/rebar.lock'],
    load: async () => (await import('./beam/rebar-lock.ts')).rebarLock,
  },
  {
    name: 'renv-lock',
    files: ['**/renv.lock'],
    load: async () => (await import('./r/renv-lock.ts')).renvLock,
  },
  {
    name: 'julia-manifest',
    files: ['**/Manifest.toml', '**/JuliaManifest.toml', '**/@(Manifest|JuliaManifest)-v*.toml'],
    load: async () => (await import('./julia/julia-manifest.ts')).juliaManifest,
  },
  ...nativeReaders,
  {
    name: 'cyclonedx-json',
    files: ['**/bom.json', '**/sbom.json', '**/cyclonedx.json', '**/*.{cdx,cyclonedx,bom,sbom}.json'],
    load: async () => (await import('./sbom/cyclonedx-json.ts')).cyclonedxJson,
  },
  {
    name: 'cyclonedx-xml',
    files: ['**/bom.xml', '**/sbom.xml', '**/cyclonedx.xml', '**/*.{cdx,cyclonedx,bom,sbom}.xml'],
    load: async () => (await import('./sbom/cyclonedx-xml.ts')).cyclonedxXml,
  },
  {
    name: 'spdx-json',
    files: ['**/spdx.json', '**/*.{spdx,spdx3}.json', '**/*.{spdx,spdx3}.jsonld'],
    load: async () => (await import('./sbom/spdx-json.ts')).spdxJson,
  },
  {
    name: 'spdx-yaml',
    files: ['**/*.spdx.{yaml,yml}'],
    load: async () => (await import('./sbom/spdx-yaml.ts')).spdxYaml,
  },
  {
    name: 'spdx-rdf',
    files: ['**/*.spdx.rdf', '**/*.spdx.rdf.xml'],
    load: async () => (await import('./sbom/spdx-rdf.ts')).spdxRdf,
  },
  {
    name: 'spdx-tag-value',
    files: ['**/*.spdx', '**/*.spdx.tag'],
    load: async () => (await import('./sbom/spdx-tag-value.ts')).spdxTagValue,
  },
  {
    name: 'hand-entered',
    files: ['tureen.yaml'],
    load: async () => (await import('./tureen/hand-entered.ts')).handEntered,
  },
];
