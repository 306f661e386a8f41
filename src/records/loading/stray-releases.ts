import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Filed } from '../../model/filed.ts';
import type { Release } from '../../model/releases/release.ts';
import { frozenPath, isFrozenOfRelease } from '../../base/releases/release-files.ts';

/** Folders and files under `soup/releases` that belong to no release, and releases that are there twice. */
export function strayReleases(paths: readonly string[], releases: readonly Filed<Release>[]): readonly Diagnostic[] {
  const records = new Set(paths.filter((path) => /^soup\/releases\/[^/]+\/release\.yaml$/.test(path)));
  const named = new Set(releases.flatMap((one) => one.record.frozen.map(({ file }) => frozenPath(one, file))));
  const read = new Set(releases.map(({ file }) => file));
  const byFolder = Map.groupBy(paths.filter(isFrozenOfRelease), folderOf);
  return [
    ...[...byFolder].flatMap(([folder, files]) => {
      const record = `${folder}/release.yaml`;
      if (!records.has(record)) return [nameless(folder, files[0] ?? folder)];
      return read.has(record) ? files.filter((file) => !named.has(file)).map(stray) : [];
    }),
    ...releases.flatMap(misplaced),
    ...[...Map.groupBy(releases, ({ record }) => record.version).values()].flatMap(twice),
  ];
}

function folderOf(path: string): string {
  return path.split('/').slice(0, 3).join('/');
}

function nameless(folder: string, file: string): Diagnostic {
  return {
    rule: 'records/release-nameless',
    severity: 'error',
    message: `${folder} holds no release.yaml: which release this is, and whether it is supported, is not told`,
    place: { file },
    help: 'Restore release.yaml from git, or take the folder away and freeze the release anew.',
  };
}

function stray(file: string): Diagnostic {
  return {
    rule: 'records/release-stray',
    severity: 'warning',
    message: `${file} is not among the files that the release names as frozen`,
    place: { file },
    help: 'Take it away; what belongs to a release is named with its hash in release.yaml.',
  };
}

function misplaced({ file, record }: Filed<Release>): Diagnostic[] {
  if (file === `soup/releases/${record.version}/release.yaml`) return [];
  return [
    {
      rule: 'records/release-folder',
      severity: 'error',
      message: `${file} is about release ${record.version}, and its folder has another name`,
      place: { file, keyPath: ['version'] },
      help: `Name the folder soup/releases/${record.version}, or correct the version.`,
    },
  ];
}

function twice([first, ...others]: readonly Filed<Release>[]): Diagnostic[] {
  return others.map(({ file, record }) => ({
    rule: 'records/release-twice',
    severity: 'error',
    message: `release ${record.version} is recorded twice: also in ${first?.file ?? ''}`,
    place: { file, keyPath: ['version'] },
    help: 'Keep the one that went to the field, and take the other away.',
  }));
}
