import { openLock } from './locked/open-lock.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { uvLockSchema } from './uv/uv-lock-schema.ts';
import { readUvPackages } from './uv/uv-packages.ts';

/** Reads uv's lockfile, version 1; its revisions only add to what older ones hold. */
export const uvLock: Reader = {
  name: 'uv-lock',
  title: 'uv.lock and the locks that uv keeps beside scripts',
  capabilities: { scope: true, graph: true, hashes: true, licence: false, direct: true },
  read: ({ path, text }) => {
    const lock = openLock(path, text, uvLockSchema);
    if ('refused' in lock) return lock.refused;
    return readUvPackages(path, lock.value, lock.lineOf);
  },
};
