import type { ReaderEntry } from '../model/plugs/reader.ts';

/** The readers of what an operating system is put together from: databases of installed packages, and manifests of image builders. */
export const systemReaders: readonly ReaderEntry[] = [
  {
    name: 'dpkg',
    files: ['**/var/lib/dpkg/status', '**/var/lib/dpkg/status.d/!(*.md5sums)'],
    within: 'both',
    owns: true,
    load: async () => (await import('./debian/dpkg.ts')).dpkg,
  },
  {
    name: 'apk-installed',
    files: ['**/lib/apk/db/installed'],
    within: 'both',
    owns: true,
    load: async () => (await import('./alpine/apk-installed.ts')).apkInstalled,
  },
  {
    name: 'opkg-status',
    files: ['**/opkg/status'],
    within: 'both',
    owns: true,
    load: async () => (await import('./opkg/opkg-status.ts')).opkgStatus,
  },
  {
    name: 'pacman',
    files: ['**/var/lib/pacman/local/*/desc'],
    within: 'both',
    owns: true,
    load: async () => (await import('./arch/pacman.ts')).pacman,
  },
  {
    name: 'rpm-sqlite',
    files: ['**/rpm/rpmdb.sqlite'],
    within: 'both',
    owns: true,
    load: async () => (await import('./rpm/rpm-sqlite.ts')).rpmSqlite,
  },
  {
    name: 'rpm-ndb',
    files: ['**/rpm/Packages.db'],
    within: 'both',
    owns: true,
    load: async () => (await import('./rpm/rpm-ndb.ts')).rpmNdb,
  },
  {
    name: 'rpm-berkeley',
    files: ['**/var/lib/rpm/Packages'],
    within: 'both',
    owns: true,
    load: async () => (await import('./rpm/rpm-berkeley.ts')).rpmBerkeley,
  },
  {
    name: 'rpm-query',
    files: ['**/var/lib/rpmmanifest/container-manifest-2', '**/rpm-qa.txt', '**/*-rpm-qa.txt'],
    within: 'both',
    owns: true,
    load: async () => (await import('./rpm/rpm-query.ts')).rpmQuery,
  },
  {
    name: 'buildroot-legal-info',
    files: ['**/legal-info/manifest.csv', '**/legal-info/host-manifest.csv'],
    load: async () => (await import('./buildroot/buildroot-legal-info.ts')).buildrootLegalInfo,
  },
  {
    name: 'buildroot-show-info',
    files: ['**/show-info.json', '**/*-show-info.json'],
    load: async () => (await import('./buildroot/buildroot-show-info.ts')).buildrootShowInfo,
  },
  {
    name: 'yocto-license-manifest',
    files: ['**/license.manifest', '**/image_license.manifest'],
    load: async () => (await import('./yocto/yocto-license-manifest.ts')).yoctoLicenseManifest,
  },
  {
    name: 'yocto-image-manifest',
    files: ['**/*.rootfs.manifest', '**/core-image-*.manifest', '**/deploy/images/*/*.manifest'],
    load: async () => (await import('./yocto/yocto-image-manifest.ts')).yoctoImageManifest,
  },
  {
    name: 'yocto-cve-check',
    files: ['**/cve-summary.json', '**/*.rootfs.json', '**/deploy/cve/*_cve.json'],
    load: async () => (await import('./yocto/yocto-cve-check.ts')).yoctoCveCheck,
  },
];
