import { globs } from '../../base/paths/glob.ts';
import type { Dossier } from '../../model/dossier.ts';
import type { Problem, Rule } from '../../model/plugs/rule.ts';
import { deviceWith } from '../examples/device-with.ts';
import { leftPad } from '../examples/left-pad.ts';
import { packagesOf } from '../packages-of.ts';

/** Asks that each pattern in the records means something that is there: a decision about nothing decides nothing. */
export const matchesNothing: Rule = {
  id: 'records/matches-nothing',
  title: 'A pattern matches something',
  clause: '62304:8.1.2',
  classes: ['A', 'B', 'C'],
  severity: 'warning',
  subject: 'device',
  why: 'A misspelt pattern looks like a decision and has no effect: what it was meant for is judged without it.',
  help: 'Correct the pattern, or take it out when what it was about is gone. See `tureen scan` for the names.',
  restsOn: ['inventory'],
  check: (dossier) => [...decisions(dossier), ...sources(dossier), ...covers(dossier)],
  examples: [
    {
      title: 'Decision and source are about what is there',
      files: deviceWith(
        'scope:\n  - { packages: pkg:npm/left-*, scope: runtime, reason: It is in the bundle }\nsoftwareItems:\n  - { id: viewer, name: Viewer, class: B, sources: [package-lock.json] }',
      ),
      says: [],
    },
    {
      title: 'A decision about a package that is not there',
      files: deviceWith('scope:\n  - { packages: pkg:npm/leftpad, scope: runtime, reason: It is in the bundle }'),
      says: ['nothing in the inventory is "pkg:npm/leftpad", so this decides nothing'],
    },
    {
      title: 'A source that no file is',
      files: deviceWith(
        'softwareItems:\n  - { id: viewer, name: Viewer, class: B, sources: [package-lock.json, viewer/package-lock.json] }',
      ),
      says: ['no file that is read is "viewer/package-lock.json", so this claims nothing for viewer'],
    },
    {
      title: 'A record that covers packages that are not there',
      files: leftPad('covers:\n  - { packages: pkg:npm/right-*, reason: Used by left-pad alone }'),
      says: ['nothing in the inventory is "pkg:npm/right-*", so this covers nothing'],
    },
  ],
};

function decisions({ device: { file, record }, entries }: Dossier): readonly Problem[] {
  return record.scope.flatMap(({ packages }, index) =>
    isThere(entries, packages)
      ? []
      : [
          {
            message: `nothing in the inventory is "${packages}", so this decides nothing`,
            place: { file, keyPath: ['scope', index, 'packages'] },
          },
        ],
  );
}

function sources({ device: { file, record }, inventory }: Dossier): readonly Problem[] {
  const paths = inventory.files.filter(({ status }) => status !== 'skipped').map(({ path }) => path);
  return record.softwareItems.flatMap((item, index) =>
    item.sources.flatMap((source, position) => {
      const files = typeof source === 'string' ? source : source.files;
      if (paths.some(globs([files]))) return [];
      const message = `no file that is read is "${files}", so this claims nothing for ${item.id}`;
      return [{ message, place: { file, keyPath: ['softwareItems', index, 'sources', position] } }];
    }),
  );
}

function covers({ items, entries }: Dossier): readonly Problem[] {
  return items.flatMap(({ filed: { file, record } }) =>
    record.covers.flatMap((cover, index) =>
      !('packages' in cover) || isThere(entries, cover.packages)
        ? []
        : [
            {
              message: `nothing in the inventory is "${cover.packages}", so this covers nothing`,
              place: { file, keyPath: ['covers', index, 'packages'] },
            },
          ],
    ),
  );
}

function isThere(entries: Dossier['entries'], pattern: string): boolean {
  return packagesOf(entries)(pattern).length > 0;
}
