import type { Rule } from '../../model/plugs/rule.ts';
import { lockWith } from '../examples/lock-with.ts';
import { deliveredAs } from './delivered-as.ts';
import { findConflicts } from './find-conflicts.ts';
import { matterOf, nameFew } from './name-few.ts';

const two = (combination: string) => ({
  ...deliveredAs('container', `concluded: GPL-2.0-only, combination: ${combination}`),
  ...lockWith({ 'left-pad': { version: '1.3.0' }, 'right-pad': { version: '1.0.0', license: 'Apache-2.0' } }),
});

/** Asks whether two licences that do not go together are in one work, where nobody has said how they are combined. */
export const conflictQuestion: Rule = {
  id: 'licences/conflict-question',
  title: 'Whether licences that do not go together meet is known',
  clause: 'reality-check:5',
  classes: ['A', 'B', 'C'],
  severity: 'warning',
  subject: 'device',
  why: 'Two licences conflict only inside one work, and whether there is one depends on how its parts are combined.',
  help: 'Write `combination` at `licence` of the records, or under `conclusions` in soup/licences.yaml.',
  check: ({ licensing }) =>
    findConflicts(licensing.judged, false).map(({ conflict: { id, why, source }, left, right }) => ({
      message: `are ${nameFew(left)} (${left[0].verdict.expression}) and ${nameFew(right)} (${right[0].verdict.expression}) one work in ${left[0].softwareItem?.id ?? ''}? Then they conflict: ${why}. Row ${id}; ${source}`,
      place: left[0].decideAt,
      about: [...left, ...right].map(matterOf),
    })),
  examples: [
    {
      title: 'Nobody says how the second is combined',
      files: two('static'),
      says: [
        'are pkg:npm/left-pad@1.3.0 (GPL-2.0-only) and pkg:npm/right-pad@1.0.0 (Apache-2.0) one work in viewer? Then they conflict: Apache-2.0 adds terms on patents that version 2 of the GPL does not let anybody add; version 3 does. Row gpl2-apache2; Free Software Foundation, "Various Licenses and Comments about Them", Apache License 2.0',
      ],
    },
    { title: 'The first runs beside the product', files: two('separate-process'), says: [] },
  ],
};
