import type { ControlEntry } from '../../control-entries.ts';
import { controlEntries } from '../../control-entries.ts';
import type { Problem, Rule } from '../../../model/plugs/rule.ts';
import { failureModeWith } from '../../examples/failure-mode-with.ts';

const control = (more: string) =>
  failureModeWith(`controls:\n  - { id: RC-1, kind: protective, text: The label is compared, ${more} }`);

/** Asks which requirement a control in software became. */
export const controlRequirement: Rule = {
  id: '62304/control-requirement',
  title: 'A control in software has become a requirement',
  clause: '62304:7.2.2',
  classes: ['B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'A control that no requirement holds is lost with the next refactoring: nobody builds, reviews or tests what nobody asked for.',
  help: 'Name the requirements under `requirements:` of the control, or write `implementedIn:` hardware, process or labelling.',
  check: (dossier) => controlEntries(dossier).flatMap(problems),
  examples: [
    {
      title: 'It became a requirement',
      files: control('implementedIn: software, requirements: [REQ-PAD-1]'),
      says: [],
    },
    { title: 'It is no software', files: control('implementedIn: process'), says: [] },
    {
      title: 'In software, and no requirement',
      files: control('implementedIn: software'),
      says: ['control RC-1 of failure mode FM-1 is in software and became no requirement'],
    },
    {
      title: 'Nobody tells where it is',
      files: control('verifiedBy: [TEST-PAD-3]'),
      says: ['control RC-1 of failure mode FM-1 names no requirement, and nobody tells that it is no software'],
    },
  ],
};

/** Information for safety is no software; controls of an imported risk file need not tell where they are. */
function problems({ control: { id, kind, implementedIn, requirements }, of, place }: ControlEntry): readonly Problem[] {
  if (requirements.length > 0) return [];
  if (implementedIn === 'software')
    return [{ message: `control ${id} of ${of} is in software and became no requirement`, place }];
  if (implementedIn !== undefined || kind === undefined || kind === 'information') return [];
  const message = `control ${id} of ${of} names no requirement, and nobody tells that it is no software`;
  return [{ message, place }];
}
