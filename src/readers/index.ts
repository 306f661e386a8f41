import type { ReaderEntry } from '../model/reader.ts';
import { requirementFiles } from './python/requirement-files.ts';

/** Every reader; a file is read by the first whose globs match. */
export const readers: readonly ReaderEntry[] = [
  {
    name: 'dpkg',
    files: ['**/var/lib/dpkg/status', '**/var/lib/dpkg/status.d/!(*.md5sums)'],
    load: async () => (await import('./debian/dpkg.ts')).dpkg,
  },
  {
    name: 'package-lock',
    files: ['**/package-lock.json', '**/npm-shrinkwrap.json'],
    load: async () => (await import('./npm/package-lock.ts')).packageLock,
  },
  {
    name: 'uv-lock',
    files: ['**/uv.lock', '**/*.py.lock'],
    load: async () => (await import('./python/uv-lock.ts')).uvLock,
  },
  {
    name: 'requirements',
    files: requirementFiles,
    load: async () => (await import('./python/requirements.ts')).requirements,
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
    name: 'cyclonedx-json',
    files: ['**/bom.json', '**/sbom.json', '**/cyclonedx.json', '**/*.{cdx,cyclonedx,bom,sbom}.json'],
    load: async () => (await import('./sbom/cyclonedx-json.ts')).cyclonedxJson,
  },
  {
    name: 'hand-entered',
    files: ['tureen.yaml'],
    load: async () => (await import('./tureen/hand-entered.ts')).handEntered,
  },
];
