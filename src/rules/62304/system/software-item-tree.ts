import { isBelow } from '../../../base/classes/is-below.ts';
import type { KeyPath } from '../../../model/place.ts';
import type { Rule } from '../../../model/plugs/rule.ts';
import type { SoftwareEntry } from '../../../model/records/software-item.ts';
import { deviceWith } from '../../examples/device-with.ts';

/** Asks that the software items make a tree in which a part is never of a higher class than what it is a part of. */
export const softwareItemTree: Rule = {
  id: '62304/software-item-tree',
  title: 'The software items make a tree, and their classes fit it',
  clause: '62304:4.3',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'A part without a class has that of its whole, and a whole can do the harm that its parts can do. Neither is known where the tree is broken.',
  help: 'Correct `parent:` or `class:` of the software item in tureen.yaml.',
  check: ({ device: { file }, software }) => {
    const byId = new Map(software.toReversed().map((one) => [one.item.id, one]));
    const wholes = new Set(software.map(({ item }) => item.parent));
    return software.flatMap((one, index) =>
      problemsOf(one, byId, wholes).map(({ message, key, help }) => ({
        message,
        place: { file, keyPath: ['softwareItems', index, ...key] },
        ...(help !== undefined && { help }),
      })),
    );
  },
  examples: [
    {
      title: 'A part inside of a whole that has no sources of its own',
      files: treeOf('{ id: viewer, name: V, class: B, rationale: r }', part('parent: viewer, class: A, rationale: r')),
      says: [],
    },
    {
      title: 'The parent is nobody',
      files: treeOf(part('parent: server, class: C')),
      says: ['the parent of "log" is "server", which is no software item'],
    },
    {
      title: 'A circle',
      files: treeOf(
        '{ id: a, name: A, parent: b, class: C, sources: [package-lock.json] }',
        '{ id: b, name: B, parent: a, class: C, sources: [package-lock.json] }',
      ),
      says: ['"a" is a part of itself: by "b"', '"b" is a part of itself: by "a"'],
    },
    {
      title: 'The part is of a higher class than the whole',
      files: treeOf('{ id: viewer, name: V, class: B, rationale: r }', part('parent: viewer, class: C')),
      says: ['"log" is class C inside of "viewer", which is only class B'],
    },
    {
      title: 'The same id twice, once without anything in it',
      files: treeOf(part('class: C'), '{ id: log, name: Another, class: C }'),
      says: ['the id "log" already stands for another software item', '"log" claims no sources and has no parts'],
    },
  ],
};

type Found = { readonly message: string; readonly key: KeyPath; readonly help?: string };

function problemsOf(
  one: SoftwareEntry,
  byId: ReadonlyMap<string, SoftwareEntry>,
  wholes: ReadonlySet<string | undefined>,
): readonly Found[] {
  const { item, path } = one;
  const { id, parent } = item;
  const isSecond = byId.get(id) !== one;
  const around = parent === undefined ? undefined : byId.get(parent);
  return [
    ...(isSecond ? [{ message: `the id "${id}" already stands for another software item`, key: ['id'] }] : []),
    ...(parent !== undefined && around === undefined
      ? [{ message: `the parent of "${id}" is "${parent}", which is no software item`, key: ['parent'] }]
      : []),
    ...(around !== undefined && isInCircle(one)
      ? [{ message: `"${id}" is a part of itself: by "${parent}"`, key: ['parent'] }]
      : []),
    ...(around !== undefined && path.length > 1 && isBelow(around.class, one.class)
      ? [
          {
            message: `"${id}" is class ${one.class} inside of "${around.item.id}", which is only class ${around.class}`,
            key: ['class'],
          },
        ]
      : []),
    ...(item.sources.length === 0 && (isSecond || !wholes.has(id))
      ? [
          {
            message: `"${id}" claims no sources and has no parts`,
            key: [],
            help: 'List under `sources:` what it is built from, or take it out.',
          },
        ]
      : []),
  ];
}

/** The outermost item of a path has no parent, or one that stands in the path already: the item itself or one around it. */
function isInCircle({ item, path }: SoftwareEntry): boolean {
  return path[0]?.parent === item.id;
}

function part(lines: string): string {
  return `{ id: log, name: Log, ${lines}, sources: [package-lock.json] }`;
}

function treeOf(...items: readonly string[]) {
  return deviceWith(`softwareItems:\n${items.map((item) => `  - ${item}`).join('\n')}`);
}
