import type { ReaderEntry } from '../model/plugs/reader.ts';

/**
 * The readers of what language package managers and compilers leave behind where something is installed; archives of Java
 * lie in repositories, too, where people put them.
 */
export const installedReaders: readonly ReaderEntry[] = [
  {
    name: 'python-dist-info',
    files: [
      '**/*.dist-info/METADATA',
      '**/*.egg-info/PKG-INFO',
      '**/*.egg/EGG-INFO/PKG-INFO',
      '**/*-packages/*.egg-info',
    ],
    within: 'system',
    load: async () => (await import('./python/python-dist-info.ts')).pythonDistInfo,
  },
  {
    name: 'node-package',
    files: ['**/node_modules/!(@*)/package.json', '**/node_modules/@*/*/package.json'],
    within: 'system',
    load: async () => (await import('./npm/node-package.ts')).nodePackage,
  },
  {
    name: 'java-archive',
    files: ['**/*.jar', '**/*.war', '**/*.ear'],
    within: 'both',
    onlyWhenFound: true,
    load: async () => (await import('./jvm/java-archive.ts')).javaArchive,
  },
  {
    name: 'executable',
    files: [],
    within: 'system',
    executables: true,
    onlyWhenFound: true,
    load: async () => (await import('./executable/executable.ts')).executable,
  },
];
