import type { LicenceFile } from '../../model/licences/licence-files.ts';

/** What a file is by its name, among the files of a product and inside of archives; `undefined` for most. */
export function licenceFileKind(path: string): LicenceFile['kind'] | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (noText.test(name)) return undefined;
  if (noticeName.test(name)) return 'notice';
  return licenceName.test(name) || licenceFolder.test(path) ? 'licence' : undefined;
}

const licenceName =
  /^(?:(?:.*[-_.])?(?:un)?licen[cs]es?|copying|copyright|ofl|assembly_exception|(?:a|l|f)?gpl(?:[-_v]?\d(?:\.\d)?)?)(?:[-_.].*)?$/is;
const noticeName = /^(?:notice|third[-_]?party[-_]?(?:notices?|licen[cs]es?)|thirdpartynotices?)(?:[-_.].*)?$/is;
const licenceFolder = /(?:^|\/)(?:licen[cs]es|LICEN[CS]ES)\/[^/]+$|(?:^|\/)usr\/share\/licen[cs]es\/[^/]+\/.+$/s;
/** What has such a name and is a program or data. */
const noText =
  /\.(?:[cm]?[jt]sx?|map|json|py|pyc|go|rs|java|class|c|h|cc|cpp|xml|ya?ml|toml|png|svg|gif|jar|gz|zip|css|sh|rb|php|lock)$/i;

/** Folders of installed packages, which no other command enters. */
export const installedFolders = [
  '**/node_modules/**',
  '**/site-packages/**',
  '**/dist-packages/**',
  '**/vendor/**',
  '**/usr/share/doc/**',
  '**/usr/share/licenses/**',
  '**/pkg/mod/**',
  '**/.cargo/registry/src/**',
  '**/.nuget/packages/**',
  '**/.pub-cache/hosted/**',
];
