import { openJson } from '../../base/formats/json/open-json.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { parseDescription } from './description.ts';
import { readRenvPackages } from './read-renv-packages.ts';
import { renvLockSchema } from './renv-lock-schema.ts';

/** Reads renv.lock, which holds R and the packages of a library; what a project asks for may stand in its DESCRIPTION. */
export const renvLock: Reader = {
  name: 'renv-lock',
  title: 'renv.lock of R',
  capabilities: { scope: true, graph: true, hashes: true, licence: true, direct: true },
  companions: (_, path) => [descriptionBeside(path)],
  read: ({ path, text, companions }) => {
    const lock = openJson(path, text, renvLockSchema);
    if ('refused' in lock) return lock.refused;
    const beside = descriptionBeside(path);
    const description = companions.get(beside);
    return readRenvPackages(
      path,
      lock.value,
      description === undefined ? undefined : parseDescription(beside, description),
      lock.lineOf,
    );
  },
};

function descriptionBeside(path: string): string {
  return path.replace(/renv\.lock$/, 'DESCRIPTION');
}
