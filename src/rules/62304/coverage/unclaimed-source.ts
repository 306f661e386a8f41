import { outerFile } from '../../../base/paths/outer-file.ts';
import type { Entry } from '../../../model/entry.ts';
import type { Rule } from '../../../model/plugs/rule.ts';

/** Asks that a software item claims every file that components were found in: otherwise they have no class. */
export const unclaimedSource: Rule = {
  id: '62304/unclaimed-source',
  title: 'Every source belongs to a software item',
  clause: '62304:4.3',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'A component takes its class from the software item that is built from its file. What nobody claims counts as class C.',
  help: 'Add the file to the `sources:` of the software item that is built from it, or list it under `ignore:` when it is no part of the product.',
  check: ({ inventory, entries }) => {
    const byFile = byOuterFile(entries);
    return inventory.files
      .filter(({ status, path }) => status === 'read' && path !== 'tureen.yaml')
      .flatMap(({ path }) => {
        const unclaimed = (byFile.get(path) ?? []).filter(({ claimedBy }) => claimedBy.length === 0);
        return unclaimed.length > 0
          ? [
              {
                message: `no software item claims ${path}, so what is in it (${unclaimed.length}) counts as class C`,
                place: { file: path },
              },
            ]
          : [];
      });
  },
  examples: [
    { title: 'The lockfile is claimed', files: {}, says: [] },
    {
      title: 'A second lockfile is claimed by nobody',
      files: { 'service/requirements.txt': 'numpy==2.1.3\n' },
      says: ['no software item claims service/requirements.txt, so what is in it (1) counts as class C'],
    },
  ],
};

/** What lies in an image belongs to the image. */
function byOuterFile(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const byFile = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.component.firstParty) continue;
    for (const file of new Set(entry.component.foundAt.map(({ file }) => outerFile(file)))) {
      const inside = byFile.get(file);
      if (inside === undefined) byFile.set(file, [entry]);
      else inside.push(entry);
    }
  }
  return byFile;
}
