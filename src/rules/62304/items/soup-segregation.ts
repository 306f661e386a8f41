import { inherits } from '../../inherits.ts';
import { deviceWith } from '../../examples/device-with.ts';
import type { Problem, Rule } from '../../../model/plugs/rule.ts';
import { leftPad } from '../../examples/left-pad.ts';

const offPath = 'safetyPath: { on: false, reason: Only pads a column of the log }';
const classC = deviceWith('softwareItems: [{ id: viewer, name: Viewer, class: C, sources: [package-lock.json] }]');

/** Asks of an item in class C software that is off the safety path what keeps its failure from what is on it. */
export const soupSegregation: Rule = {
  id: '62304/soup-segregation',
  title: 'SOUP off the safety path of class C software is segregated, or it is argued why not',
  clause: '62304:5.3.5',
  classes: ['C'],
  severity: 'error',
  subject: 'item',
  why: '“Not on the safety path” is a claim about what its failure can reach. In the same process it can overwrite memory, block or end everything else; only a mechanism that was seen to work, or an argument, keeps it apart.',
  help: 'Write `segregation: { mechanism: …, evidence: [the test that shows it] }`, or `segregation: { none: why its failure cannot reach the rest }`.',
  check: ({ filed: { file, record }, own, inheritance }, dossier): readonly Problem[] => {
    if (own.length === 0 || record.safetyPath?.on !== false || inherits(inheritance, 'segregation', dossier)) return [];
    const place = { file, keyPath: ['segregation'] };
    const { segregation } = record;
    if (segregation === undefined)
      return [
        { message: `nothing is said to keep a failure of ${record.soup} from the class C software around it`, place },
      ];
    return segregation.mechanism !== undefined && segregation.evidence.length === 0
      ? [{ message: `nothing shows that the segregation of ${record.soup} works`, place }]
      : [];
  },
  examples: [
    {
      title: 'A mechanism, and the test that shows it',
      files: {
        ...classC,
        ...leftPad(`${offPath}\nsegregation: { mechanism: A process without write access, evidence: [TEST-SEG-2] }`),
      },
      says: [],
    },
    {
      title: 'None, with the argument',
      files: {
        ...classC,
        ...leftPad(`${offPath}\nsegregation: { none: It runs after the result is sent and stored }`),
      },
      says: [],
    },
    {
      title: 'On the safety path its failure modes say what controls it',
      files: { ...classC, ...leftPad('safetyPath: { on: true, reason: A wrong label mixes patients up }') },
      says: [],
    },
    {
      title: 'Nothing is said',
      files: { ...classC, ...leftPad(offPath) },
      says: ['nothing is said to keep a failure of pkg:npm/left-pad from the class C software around it'],
    },
    {
      title: 'Nobody has shown it',
      files: { ...classC, ...leftPad(`${offPath}\nsegregation: { mechanism: A process of its own }`) },
      says: ['nothing shows that the segregation of pkg:npm/left-pad works'],
    },
  ],
};
