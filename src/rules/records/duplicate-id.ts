import type { Dossier } from '../../model/dossier.ts';
import type { KeyPlace } from '../../model/place.ts';
import type { Rule } from '../../model/plugs/rule.ts';
import { failureModeWith } from '../examples/failure-mode-with.ts';
import { leftPad } from '../examples/left-pad.ts';

const requirement = (id: string) =>
  `  - { id: ${id}, kind: functional, text: Pads on the left, verifiedBy: [TEST-1] }\n`;

/** Asks that requirements, failure modes, controls and risks have ids of their own: a trace to one that stands twice leads nowhere. */
export const duplicateId: Rule = {
  id: 'records/duplicate-id',
  title: 'An id stands for one thing',
  clause: '62304:7.3.3',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'Tests, controls and the risk file point at ids. An id that stands twice makes the trace ambiguous.',
  help: 'Give one of the two a new id, and correct what points at it.',
  check: (dossier) => {
    const first = new Map<string, string>();
    return ids(dossier).flatMap(({ id, place }) => {
      const other = first.get(id);
      first.set(id, other ?? place.file);
      return other === undefined ? [] : [{ message: `the id ${id} already stands in ${other}`, place }];
    });
  },
  examples: [
    {
      title: 'Each id once',
      files: leftPad(`requirements:\n${requirement('REQ-1')}${requirement('REQ-2')}`),
      says: [],
    },
    {
      title: 'The same id twice',
      files: leftPad(`requirements:\n${requirement('REQ-1')}${requirement('REQ-1')}`),
      says: ['the id REQ-1 already stands in soup/items/npm-left-pad.yaml'],
    },
    {
      title: 'A control with the id of a risk',
      files: failureModeWith('controls:\n  - { id: RISK-1, kind: design, text: One width }'),
      says: ['the id RISK-1 already stands in soup/items/npm-left-pad.yaml'],
    },
  ],
};

/** A control of a failure mode may be the same as one of the risk file, and then has its id. */
function ids({ items, riskFile }: Dossier): readonly { readonly id: string; readonly place: KeyPlace }[] {
  const ofItems = items.flatMap(({ filed: { file, record } }) => [
    ...record.requirements.map(({ id }, index) => ({ id, place: { file, keyPath: ['requirements', index, 'id'] } })),
    ...record.failureModes.flatMap(({ id, controls }, index) => [
      { id, place: { file, keyPath: ['failureModes', index, 'id'] } },
      ...controls.map((control, position) => ({
        id: control.id,
        place: { file, keyPath: ['failureModes', index, 'controls', position, 'id'] },
      })),
    ]),
  ]);
  const ofRisks = (riskFile?.record.risks ?? []).map(({ id }, index) => ({
    id,
    place: { file: riskFile?.file ?? '', keyPath: ['risks', index, 'id'] },
  }));
  return [...ofItems, ...ofRisks];
}
