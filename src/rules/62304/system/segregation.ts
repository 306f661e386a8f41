import { isBelow } from '../../../base/classes/is-below.ts';
import { safetyClasses } from '../../../model/risks/grading.ts';
import type { Rule } from '../../../model/plugs/rule.ts';
import { deviceWith } from '../../examples/device-with.ts';

/** Asks what keeps a part of lower class from harming the class C item that it is a part of, and what shows it. */
export const segregation: Rule = {
  id: '62304/segregation',
  title: 'A part of lower class is segregated from the rest of its whole',
  clause: '62304:5.3.5',
  classes: ['C'],
  severity: 'error',
  subject: 'device',
  why: 'A part may be judged lower than its whole only where it cannot harm the rest. In class C software that has to be a mechanism that somebody has seen work.',
  help: 'Write `segregation: { mechanism: …, evidence: [the test that shows it] }` for the part, or give it the class of its whole.',
  check: ({ device: { file }, software }) => {
    const byItem = new Map(software.map((one) => [one.item, one]));
    return software.flatMap(({ item, path, class: inForce }, index) => {
      const whole = byItem.get(path.at(-2) ?? item);
      const isAsked = whole !== undefined && whole.class === highest && isBelow(inForce, whole.class);
      const place = { file, keyPath: ['softwareItems', index, 'segregation'] };
      const about = `"${item.id}", class ${inForce} inside of "${whole?.item.id}", class ${whole?.class}`;
      if (item.segregation === undefined)
        return isAsked ? [{ message: `nothing is said to segregate ${about}`, place }] : [];
      return isAsked && item.segregation.evidence.length === 0
        ? [{ message: `nothing shows that the segregation works of ${about}`, place }]
        : [];
    });
  },
  examples: [
    {
      title: 'The mechanism and the test that shows it',
      files: partWith(', segregation: { mechanism: A process without write access, evidence: [TEST-SEG-1] }'),
      says: [],
    },
    {
      title: 'The whole is only class B',
      files: deviceWith(`softwareItems:
  - { id: viewer, name: Viewer, class: B, rationale: No lasting harm }
  - { id: log, name: Log, parent: viewer, class: A, rationale: Only reads, sources: [package-lock.json] }`),
      says: [],
    },
    {
      title: 'No mechanism is named',
      files: partWith(''),
      says: ['nothing is said to segregate "log", class A inside of "viewer", class C'],
    },
    {
      title: 'Nobody has shown it',
      files: partWith(', segregation: { mechanism: A process of its own }'),
      says: ['nothing shows that the segregation works of "log", class A inside of "viewer", class C'],
    },
  ],
};

const highest = safetyClasses.undecided;

function partWith(lines: string) {
  return deviceWith(`softwareItems:
  - { id: viewer, name: Viewer, class: C }
  - { id: log, name: Log, parent: viewer, class: A, rationale: Only reads, sources: [package-lock.json]${lines} }`);
}
