import { entryProblem, unreadable } from '../../base/reading.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { parseWest } from './parse-west.ts';
import { frozenFormsOf, manifestOfFrozen } from './west-files.ts';
import { readWestProjects } from './west-projects.ts';

/** Reads the manifests of west, the tool of Zephyr: those that people write and those that `west manifest` resolves or freezes. */
export const westManifest: Reader = {
  name: 'west-manifest',
  title: 'west manifest of Zephyr, as written or frozen',
  capabilities: { scope: true, graph: false, hashes: false, licence: false, direct: true },
  companions: (_, path, tree) => [manifestOfFrozen(path) ?? [], frozenFormsOf(path, tree)].flat(),
  read: ({ path, text, companions }) => {
    const west = parseWest(path, text);
    if (!('manifest' in west)) return unreadable(...west);
    const [frozen] = frozenFormsOf(path, [...companions.keys()]);
    if (frozen !== undefined) return unreadable(leftTo(frozen, path));
    const origin = manifestOfFrozen(path);
    const written = companions.get(origin ?? '');
    const asked = origin === undefined || written === undefined ? undefined : parseWest(origin, written);
    return readWestProjects(path, west, asked !== undefined && 'manifest' in asked ? asked.manifest : undefined);
  },
};

function leftTo(frozen: string, path: string): Diagnostic {
  const message = `${path} gives no components, for ${frozen} tells what it came to`;
  const note = entryProblem({ file: path }, message, 'Nothing is to be done; the frozen manifest is read for itself.');
  return { ...note, severity: 'note' };
}
