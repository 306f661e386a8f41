import { deviceWith } from '../../examples/device-with.ts';
import { inherits } from '../../inherits.ts';
import type { Problem, Rule } from '../../../model/plugs/rule.ts';
import { leftPad } from '../../examples/left-pad.ts';

const onPath = 'safetyPath: { on: true, reason: A wrong label mixes patients up }';
const classC = deviceWith('softwareItems: [{ id: viewer, name: Viewer, class: C, sources: [package-lock.json] }]');

/** Asks of items on the safety path of class C software whether their documentation is good enough for the use. */
export const documentation: Rule = {
  id: '62304/documentation',
  title: 'The documentation of SOUP on the safety path of class C software is judged',
  clause: '62304:5.3.3',
  classes: ['C'],
  severity: 'warning',
  subject: 'item',
  why: 'Requirements on an item, and what it needs from the system, are taken from what its manufacturer writes. Whether that describes the functions in use, their limits and errors, somebody has to have looked at.',
  help: 'Write `documentation: { documents: [what was read], adequate: true or false, reason: …, by: …, on: … }`.',
  check: ({ filed: { file, record }, own, inheritance }, dossier): readonly Problem[] => {
    if (own.length === 0 || record.safetyPath?.on !== true || inherits(inheritance, 'documentation', dossier))
      return [];
    const stated = record.documentation;
    if (stated === undefined)
      return [
        {
          message: `nobody has judged whether the documentation of ${record.soup} is good enough`,
          place: { file, keyPath: ['documentation'] },
        },
      ];
    return stated.adequate && stated.documents.length === 0
      ? [
          {
            message: `the documentation of ${record.soup} is said to be good enough, and no document is named`,
            place: { file, keyPath: ['documentation', 'adequate'] },
          },
        ]
      : [];
  },
  examples: [
    {
      title: 'The document that was read, and what came of it',
      files: {
        ...classC,
        ...leftPad(
          `${onPath}\ndocumentation: { documents: [README of 1.3.0], adequate: true, reason: It states length and filling, by: ada, on: 2026-11-01 }`,
        ),
      },
      says: [],
    },
    {
      title: 'Nobody has looked',
      files: { ...classC, ...leftPad(onPath) },
      says: ['nobody has judged whether the documentation of pkg:npm/left-pad is good enough'],
    },
    {
      title: 'Good enough, and nothing was read',
      files: {
        ...classC,
        ...leftPad(`${onPath}\ndocumentation: { adequate: true, reason: It is known, by: ada, on: 2026-11-01 }`),
      },
      says: ['the documentation of pkg:npm/left-pad is said to be good enough, and no document is named'],
    },
  ],
};
