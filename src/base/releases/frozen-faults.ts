import type { Filed } from '../../model/filed.ts';
import type { Release } from '../../model/releases/release.ts';
import { frozenPath, inventoryName } from './release-files.ts';

/** What is wrong with a file of a release, and its position among the frozen ones. */
export type FrozenFault = { readonly index: number; readonly message: string; readonly help: string };

/** The files of a release that are gone or are not those that were frozen. `hashes` holds SHA-256 by path. */
export function frozenFaults(
  release: Filed<Release>,
  hashes: ReadonlyMap<string, string | undefined>,
): readonly FrozenFault[] {
  const { frozen, version } = release.record;
  const told = frozen.flatMap(({ file, sha256 }, index): FrozenFault[] => {
    const path = frozenPath(release, file);
    const now = hashes.get(path);
    if (now === sha256) return [];
    return now === undefined
      ? [{ index, message: `${path} is missing, which was frozen for release ${version}`, help: restore }]
      : [
          {
            index,
            message: `${path} was changed after it was frozen: its SHA-256 is ${now.slice(0, 12)}…, frozen was ${sha256.slice(0, 12)}…`,
            help: restore,
          },
        ];
  });
  return frozen.some(({ file }) => file === inventoryName)
    ? told
    : [
        ...told,
        { index: 0, message: `release ${version} names no ${inventoryName}: nobody can watch it`, help: refreeze },
      ];
}

const restore =
  'Restore it from git; what was frozen is never changed. Where git changes line ends, write `soup/releases/** -text` into .gitattributes.';
const refreeze = 'Take the folder away and freeze the release anew, with `tureen release <version> --from <tag>`.';
