import type { ManifestFormat } from '../model/inventory/manifest.ts';
import { condaLockFiles } from './conda/conda-files.ts';

const pythonLocks = [
  '**/uv.lock',
  '**/poetry.lock',
  '**/pdm.lock',
  '**/Pipfile.lock',
  '**/pylock.toml',
  '**/pylock.*.toml',
  ...condaLockFiles,
  '**/pixi.lock',
];
const python = { locks: pythonLocks, pinnedBy: ['requirements'] };

/** Manifests that say nothing of versions in use without a lockfile: a scan names those that have none. */
export const manifests: readonly ManifestFormat[] = [
  {
    title: 'package.json',
    files: ['**/package.json'],
    locks: [
      '**/package-lock.json',
      '**/npm-shrinkwrap.json',
      '**/yarn.lock',
      '**/pnpm-lock.yaml',
      '**/bun.lock',
      '**/bun.lockb',
      '**/deno.lock',
    ],
    remedy: 'Commit package-lock.json, which `npm install --package-lock-only` writes, or yarn.lock or pnpm-lock.yaml',
    load: async () => (await import('./npm/ask-package-json.ts')).askPackageJson,
  },
  {
    title: 'pyproject.toml',
    files: ['**/pyproject.toml'],
    ...python,
    remedy: 'Commit uv.lock, which `uv lock` writes, or poetry.lock, pdm.lock or pylock.toml',
    load: async () => (await import('./python/manifests/ask-pyproject.ts')).askPyproject,
  },
  {
    title: 'setup.cfg',
    files: ['**/setup.cfg'],
    ...python,
    remedy: 'Commit pylock.toml, which `pip lock .` writes, or a requirements.txt in which each version is exact',
    load: async () => (await import('./python/manifests/ask-setup-cfg.ts')).askSetupCfg,
  },
  {
    title: 'Pipfile',
    files: ['**/Pipfile'],
    ...python,
    remedy: 'Commit Pipfile.lock, which `pipenv lock` writes',
    load: async () => (await import('./python/manifests/ask-pipfile.ts')).askPipfile,
  },
  {
    title: 'Cargo.toml',
    files: ['**/Cargo.toml'],
    locks: ['**/Cargo.lock'],
    remedy: 'Commit Cargo.lock, which `cargo generate-lockfile` writes',
    load: async () => (await import('./rust/ask-cargo-toml.ts')).askCargoToml,
  },
  {
    title: 'Gemfile',
    files: ['**/Gemfile', '**/gems.rb'],
    locks: ['**/Gemfile.lock', '**/gems.locked'],
    remedy: 'Commit Gemfile.lock, which `bundle lock` writes',
    load: async () => (await import('./ruby/ask-gemfile.ts')).askGemfile,
  },
  {
    title: 'composer.json',
    files: ['**/composer.json'],
    locks: ['**/composer.lock'],
    remedy: 'Commit composer.lock, which `composer update --no-install` writes',
    load: async () => (await import('./php/ask-composer-json.ts')).askComposerJson,
  },
  {
    title: 'pubspec.yaml',
    files: ['**/pubspec.yaml'],
    locks: ['**/pubspec.lock'],
    remedy: 'Commit pubspec.lock, which `dart pub get` writes',
    load: async () => (await import('./dart/ask-pubspec.ts')).askPubspec,
  },
];
