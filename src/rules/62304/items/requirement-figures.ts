import type { ItemEntry } from '../../../model/dossier.ts';
import type { Problem, Rule } from '../../../model/plugs/rule.ts';
import { leftPad } from '../../examples/left-pad.ts';

const onPath = 'safetyPath: { on: true, reason: A wrong label mixes patients up }';

/** Asks for performance requirements with figures of items on the safety path. */
export const requirementFigures: Rule = {
  id: '62304/requirement-figures',
  title: 'An item on the safety path has performance requirements with figures',
  clause: '62304:5.3.3',
  classes: ['B', 'C'],
  severity: 'error',
  subject: 'item',
  why: 'Latency, precision or memory of an item on the safety path can be the hazard. “Fast enough” cannot be verified; a figure with unit and condition can.',
  help: 'Write `{ kind: performance, metric: …, limit: "<= 250", unit: ms, condition: …, text: …, verifiedBy: [ … ] }`.',
  check: (item) => [...withoutAny(item), ...withoutFigure(item)],
  examples: [
    {
      title: 'A limit with unit and condition',
      files: leftPad(
        `${onPath}\nrequirements:\n  - { id: REQ-2, kind: performance, text: Not noticed, metric: time for one label, limit: "<= 1", unit: ms, condition: 64 characters, verifiedBy: [TEST-2] }`,
      ),
      says: [],
    },
    {
      title: 'An item off the safety path',
      files: leftPad('safetyPath: { on: false, reason: Only pads a column of the log }'),
      says: [],
    },
    {
      title: 'No performance requirement',
      files: leftPad(onPath),
      says: ['pkg:npm/left-pad is on the safety path without a performance requirement'],
    },
    {
      title: 'A limit without a figure',
      files: leftPad(
        `${onPath}\nrequirements:\n  - { id: REQ-2, kind: performance, text: Not noticed, metric: time for one label, limit: fast, unit: ms, condition: always, verifiedBy: [TEST-2] }`,
      ),
      says: ['the limit "fast" of REQ-2 has no figure'],
    },
  ],
};

function withoutAny({ filed: { file, record }, inheritance }: ItemEntry): Problem[] {
  const { requirements } = inheritance.held.get('requirements')?.holder.record ?? record;
  if (record.safetyPath?.on !== true || requirements.some(({ kind }) => kind === 'performance')) return [];
  return [
    {
      message: `${record.soup} is on the safety path without a performance requirement`,
      place: { file, keyPath: ['requirements'] },
    },
  ];
}

function withoutFigure({ filed: { file, record } }: ItemEntry): Problem[] {
  return record.requirements.flatMap((requirement, index) =>
    requirement.kind === 'performance' && !/\d/.test(requirement.limit)
      ? [
          {
            message: `the limit "${requirement.limit}" of ${requirement.id} has no figure`,
            place: { file, keyPath: ['requirements', index, 'limit'] },
          },
        ]
      : [],
  );
}
