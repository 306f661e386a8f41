import { openJson } from '../../base/formats/json/open-json.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { composerLockSchema } from './composer-lock-schema.ts';
import { readComposerManifest } from './composer-manifest.ts';
import { readComposerPackages } from './composer-packages.ts';

/** Reads composer.lock; what the product asks for itself stands in the composer.json beside it. */
export const composerLock: Reader = {
  name: 'composer-lock',
  title: 'composer.lock of PHP',
  capabilities: { scope: true, graph: true, hashes: true, licence: true, direct: true },
  companions: (_, path) => [manifestBeside(path)],
  read: ({ path, text, companions }) => {
    const lock = openJson(path, text, composerLockSchema);
    if ('refused' in lock) return lock.refused;
    const { manifest, diagnostics } = readComposerManifest(manifestBeside(path), companions.get(manifestBeside(path)));
    const reading = readComposerPackages(path, lock.value, manifest, lock.lineOf);
    return { ...reading, diagnostics: [...diagnostics, ...reading.diagnostics] };
  },
};

function manifestBeside(path: string): string {
  return path.replace(/lock$/, 'json');
}
