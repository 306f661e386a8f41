import type { Rule } from '../../../model/plugs/rule.ts';
import { classInForce } from '../../../base/classes/class-in-force.ts';
import { isBelow } from '../../../base/classes/is-below.ts';
import type { SoftwareEntry } from '../../../model/records/software-item.ts';
import { deviceWith } from '../../examples/device-with.ts';

const whole =
  'softwareItems:\n  - { id: viewer, name: Viewer, class: B, rationale: No lasting harm, sources: [package-lock.json] }';

/** Asks for the software items and, below class C, for the reason of their class. */
export const safetyClass: Rule = {
  id: '62304/safety-class',
  title: 'Each software item has a safety class with its reason',
  clause: '62304:4.3',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'The class decides how much has to be shown for each SOUP item. Without a reason, class C applies, and to a part of an item the class of the whole.',
  help: 'Write `rationale:` for the software item: which harm its failure can lead to, and which it cannot.',
  check: ({ device: { file }, software }) =>
    software.length === 0
      ? [
          {
            message: 'the device has no software items, so nothing has a safety class',
            place: { file, keyPath: ['device'] },
            help: 'List the parts of the architecture under `softwareItems:`, each with its class and the files that it is built from.',
          },
        ]
      : software.flatMap((one, index) => {
          const message = messageOf(one, software);
          return message === undefined
            ? []
            : [{ ...message, place: { file, keyPath: ['softwareItems', index, 'class'] } }];
        }),
  examples: [
    { title: 'The class has its reason', files: {}, says: [] },
    {
      title: 'The class has no reason',
      files: deviceWith('softwareItems:\n  - { id: viewer, name: Viewer, class: A, sources: [package-lock.json] }'),
      says: ['software item "viewer" is class A without a reason'],
    },
    {
      title: 'A part has the class of its whole, whose reason holds for it',
      files: deviceWith(`${whole}\n  - { id: log, name: Log, parent: viewer, sources: [package-lock.json] }`),
      says: [],
    },
    {
      title: 'A part is lower than its whole without a reason',
      files: deviceWith(`${whole}\n  - { id: log, name: Log, parent: viewer, class: A, sources: [package-lock.json] }`),
      says: ['software item "log" is class A, lower than class B of "viewer" around it, without a reason'],
    },
    {
      title: 'Nobody has decided the class',
      files: deviceWith('softwareItems:\n  - { id: viewer, name: Viewer, sources: [package-lock.json] }'),
      says: ['software item "viewer" has no class, so it counts as class C'],
    },
    {
      title: 'There are no software items',
      files: deviceWith(''),
      says: ['the device has no software items, so nothing has a safety class'],
    },
  ],
};

/** A class needs a reason where it asks less than what would hold without it: the class of the item around, or the highest. */
function messageOf({ item, path, class: inForce, classFrom }: SoftwareEntry, software: readonly SoftwareEntry[]) {
  const { id, rationale } = item;
  if (classFrom === 'nobody')
    return {
      message: `software item "${id}" has no class, so it counts as class ${inForce}`,
      help: 'Write its `class:`, and below class C also `rationale:`.',
    };
  const around = software.find((one) => one.item === path.at(-2));
  if (rationale !== undefined || !isBelow(inForce, around?.class ?? classInForce(undefined))) return undefined;
  return {
    message:
      around === undefined
        ? `software item "${id}" is class ${inForce} without a reason`
        : `software item "${id}" is class ${inForce}, lower than class ${around.class} of "${around.item.id}" around it, without a reason`,
  };
}
