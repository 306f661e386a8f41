import { syntaxProblem, unreadable } from '../../base/reading.ts';
import { openToml } from '../../base/formats/open-toml.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { cargoLockSchema } from './cargo-lock-schema.ts';
import { readCargoPackages } from './cargo-packages.ts';
import { cargoManifestFiles, readCargoWorkspace } from './cargo-workspace.ts';

/** Reads Cargo.lock, versions 1 to 4; what is for tests and the build stands only in the Cargo.toml files beside it. */
export const cargoLock: Reader = {
  name: 'cargo-lock',
  title: 'Cargo.lock, with the Cargo.toml files of its workspace',
  capabilities: { scope: true, graph: true, hashes: true, licence: false, direct: true },
  companions: cargoManifestFiles,
  read: ({ path, text, companions }) => {
    const lock = openToml(path, text, cargoLockSchema);
    if ('refused' in lock) return lock.refused;
    if (lock.value.package.length === 0 && lock.value.root === undefined)
      return unreadable(syntaxProblem(path, 'it holds no package', { line: 1 }));
    return readCargoPackages(path, lock.value, readCargoWorkspace(companions, path), lock.lineOf);
  },
};
