import type { Rule } from '../../../model/plugs/rule.ts';
import { inherits } from '../../inherits.ts';
import { leftPad } from '../../examples/left-pad.ts';

/** Asks which hardware and software each SOUP item needs. */
export const systemRequirements: Rule = {
  id: '62304/system-requirements',
  title: 'A SOUP item says what it needs from the system',
  clause: '62304:5.3.4',
  classes: ['B', 'C'],
  severity: 'error',
  subject: 'item',
  why: 'An item on a system that it was not made for may fail in ways that its manufacturer never saw.',
  help: 'Write `system:` with os, architecture, memoryMb, gpu, runtime or libraries, and the source that it is known from.',
  check: ({ filed: { file, record }, inheritance }, dossier) =>
    !inherits(inheritance, 'system', dossier) && Object.keys(record.system ?? {}).every((key) => key === 'source')
      ? [{ message: `${record.soup} does not say what it needs from the system`, place: { file, keyPath: ['system'] } }]
      : [],
  examples: [
    { title: 'The runtime is named', files: leftPad('system: { runtime: any browser with ECMAScript 5 }'), says: [] },
    {
      title: 'Nothing is named',
      files: leftPad('title: left-pad'),
      says: ['pkg:npm/left-pad does not say what it needs from the system'],
    },
  ],
};
