import type { Reader } from '../../model/plugs/reader.ts';
import { readBerryLock } from './yarn/yarn-berry.ts';
import { berryFiles } from './yarn/yarn-berry-workspaces.ts';
import { readClassicLock } from './yarn/yarn-classic.ts';
import { classicManifestFiles } from './yarn/yarn-workspaces.ts';

/** Reads yarn's lockfile: version 1, and the format of yarn 2 and later, which shares no more than the name with it. */
export const yarnLock: Reader = {
  name: 'yarn-lock',
  title: 'yarn.lock of yarn 1 and of yarn 2 to 4',
  capabilities: { scope: true, graph: true, hashes: true, licence: false, direct: true },
  companions: (opened, path, tree) => {
    const text = opened.get(path) ?? '';
    return isBerry(text) ? berryFiles(path, text) : classicManifestFiles(opened, path, tree);
  },
  read: (source) => (isBerry(source.text) ? readBerryLock(source) : readClassicLock(source)),
};

function isBerry(text: string): boolean {
  return /^__metadata:/m.test(text);
}
