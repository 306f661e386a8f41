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
    name: 'gem-specification',
    files: ['**/specifications/*.gemspec', '**/specifications/default/*.gemspec'],
    within: 'system',
    load: async () => (await import('./ruby/gem-specification.ts')).gemSpecification,
  },
  {
    name: 'composer-installed',
    files: ['**/composer/installed.json'],
    within: 'system',
    load: async () => (await import('./php/composer-installed.ts')).composerInstalled,
  },
  {
    name: 'java-archive',
    files: ['**/*.jar', '**/*.war', '**/*.ear'],
    within: 'both',
    onlyWhenFound: true,
    load: async () => (await import('./jvm/java-archive.ts')).javaArchive,
  },
  {
    name: 'installed-r-package',
    files: ['**/?(site-)library/!(base)/DESCRIPTION', '**/library/R-*/*/!(base)/DESCRIPTION'],
    within: 'system',
    onlyWhenFound: true,
    load: async () => (await import('./r/installed-r-package.ts')).installedRPackage,
  },
  {
    name: 'language-runtime',
    files: [
      '**/include/node/node_version.h',
      '**/include/python*/patchlevel.h',
      '**/include/php/main/php_version.h',
      '**/lib/ruby/*/*/rbconfig.rb',
      '**/R/library/base/DESCRIPTION',
      '**/releases/*/OTP_VERSION',
      '**/go/VERSION',
      '**/release',
    ],
    within: 'system',
    onlyWhenFound: true,
    load: async () => (await import('./runtime/language-runtime.ts')).languageRuntime,
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
