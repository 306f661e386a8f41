import type { ReaderEntry } from '../model/plugs/reader.ts';
import { conanLockFiles, conanfiles } from './conan/conanfile-files.ts';
import { westFiles } from './zephyr/west-files.ts';

/** The readers of C and C++ and of firmware, a part of the list of all readers. */
export const nativeReaders: readonly ReaderEntry[] = [
  {
    name: 'conan-lock',
    files: conanLockFiles,
    load: async () => (await import('./conan/conan-lock.ts')).conanLock,
  },
  {
    name: 'conan-graph',
    files: ['**/conan*[-_.]graph*.json', '**/*graph*[-_.]conan*.json', '**/conan[-_.]@(install|create)*.json'],
    load: async () => (await import('./conan/conan-graph.ts')).conanGraph,
  },
  {
    name: 'conanfile',
    files: conanfiles,
    load: async () => (await import('./conan/conanfile.ts')).conanfile,
  },
  {
    name: 'vcpkg-manifest',
    files: ['**/vcpkg.json'],
    load: async () => (await import('./vcpkg/vcpkg-manifest.ts')).vcpkgManifest,
  },
  {
    name: 'vcpkg-spdx',
    files: ['**/vcpkg.spdx.json'],
    load: async () => (await import('./vcpkg/vcpkg-spdx.ts')).vcpkgSpdx,
  },
  {
    name: 'vcpkg-status',
    files: ['**/vcpkg_installed/**/vcpkg/status', '**/installed/vcpkg/status'],
    load: async () => (await import('./vcpkg/vcpkg-status.ts')).vcpkgStatus,
  },
  {
    name: 'cmake-dependencies',
    files: ['**/CMakeLists.txt', '**/*.cmake'],
    onlyWhenFound: true,
    load: async () => (await import('./cmake/cmake-dependencies.ts')).cmakeDependencies,
  },
  {
    name: 'git-submodules',
    files: ['**/.gitmodules'],
    load: async () => (await import('./git/git-submodules.ts')).gitSubmodules,
  },
  {
    name: 'west-manifest',
    files: westFiles,
    load: async () => (await import('./zephyr/west-manifest.ts')).westManifest,
  },
  {
    name: 'esp-idf-lock',
    files: ['**/dependencies.lock', '**/dependencies.lock.*'],
    load: async () => (await import('./esp-idf/esp-idf-lock.ts')).espIdfLock,
  },
  {
    name: 'idf-component',
    files: ['**/idf_component.{yml,yaml}'],
    load: async () => (await import('./esp-idf/idf-component.ts')).idfComponent,
  },
  {
    name: 'platformio',
    files: ['**/platformio.ini'],
    load: async () => (await import('./platformio/platformio.ts')).platformio,
  },
];
