import { isPlaceholder } from '../../base/placeholder.ts';
import type { KeyPath } from '../../model/place.ts';
import type { Rule } from '../../model/plugs/rule.ts';
import { leftPad } from '../examples/left-pad.ts';
import { notAffected, verdictWith } from '../examples/with-finding.ts';

/** Asks that nothing stands where an answer should: TBD, n/a, lorem ipsum and the like. */
export const placeholder: Rule = {
  id: 'records/placeholder',
  title: 'A text is an answer, not a placeholder',
  clause: '62304:8.1.2',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'A placeholder makes a record look complete. An auditor reads it as what it is: an open question.',
  help: 'Write the answer. A key that may be left out can be taken out until there is one; it is asked for where the class asks.',
  check: ({ device, items, riskFile, verdicts, reviews }) => {
    const judged = items.flatMap(({ anomalies }) => anomalies.dispositions ?? []);
    return [
      ...[
        device,
        ...items.map(({ filed }) => filed),
        ...(riskFile === undefined ? [] : [riskFile]),
        ...judged,
        ...reviews,
      ].map((filed) => ({
        ...filed,
        above: [],
      })),
      ...verdicts.map(({ file, index, verdict }) => ({ file, record: verdict, above: ['verdicts', index] })),
    ].flatMap(({ file, record, above }) =>
      placeholdersIn(record).map(({ text, keyPath }) => ({
        message: `"${text}" is a placeholder`,
        place: { file, keyPath: [...above, ...keyPath] },
      })),
    );
  },
  examples: [
    { title: 'A real answer', files: leftPad('purpose: Pads the patient number on the label'), says: [] },
    { title: 'To be defined', files: leftPad('purpose: TBD'), says: ['"TBD" is a placeholder'] },
    {
      title: 'A verdict without a reason',
      files: verdictWith(notAffected.replace(/reason: .*/, 'reason: TBD')),
      says: ['"TBD" is a placeholder'],
    },
    {
      title: 'Minutes without an outcome',
      files: {
        'soup/reviews/2026-11-01.yaml':
          'date: 2026-11-01\nby: [ada]\ndata: sha256:5c1d\nscope: version 1.0.0\noutcome: TBD\n',
      },
      says: ['"TBD" is a placeholder'],
    },
    {
      title: 'Not applicable without a reason, and filler text',
      files: leftPad('purpose: n/a\nnotes: Lorem ipsum dolor sit amet'),
      says: ['"n/a" is a placeholder', '"Lorem ipsum dolor sit amet" is a placeholder'],
    },
  ],
};

type Found = { readonly text: string; readonly keyPath: KeyPath };

/** Paths are made for the few texts alone that are found. */
function placeholdersIn(value: unknown): readonly Found[] {
  if (typeof value === 'string') return isPlaceholder(value) ? [{ text: value, keyPath: [] }] : none;
  if (typeof value !== 'object' || value === null) return none;
  const found: Found[] = [];
  for (const [key, inner] of Object.entries(value)) {
    const step = Array.isArray(value) ? Number(key) : key;
    for (const { text, keyPath } of placeholdersIn(inner)) found.push({ text, keyPath: [step, ...keyPath] });
  }
  return found;
}

const none: readonly Found[] = [];
