import type { Rule } from '../../model/plugs/rule.ts';
import { lockWith } from '../examples/lock-with.ts';
import { deliveredAs } from './delivered-as.ts';
import { findConflicts } from './find-conflicts.ts';
import { matterOf, nameFew } from './name-few.ts';

const two = (combination: string) => ({
  ...deliveredAs('container', 'concluded: GPL-2.0-only, combination: static'),
  ...lockWith({ 'left-pad': { version: '1.3.0' }, 'right-pad': { version: '1.0.0', license: 'Apache-2.0' } }),
  'soup/items/npm-right-pad.yaml': `soup: pkg:npm/right-pad\nstatus: confirmed\nlicence: { concluded: Apache-2.0, combination: ${combination}, by: ada, on: 2026-11-01 }\n`,
});

/** Asks that the licences of one work go together: what one of them demands, another may forbid. */
export const conflict: Rule = {
  id: 'licences/conflict',
  title: 'The licences in one work go together',
  clause: 'reality-check:5',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'Each licence may be fine by itself, and both together leave no way to give the work away.',
  help: 'Replace one of the two, take them apart into processes of their own, or name the opinion of a lawyer who sees it otherwise.',
  check: ({ licensing }) =>
    findConflicts(licensing.judged, true).map(({ conflict: { id, why, source }, left, right }) => ({
      message: `${nameFew(left)} (${left[0].verdict.expression}) and ${nameFew(right)} (${right[0].verdict.expression}) are one work in ${left[0].softwareItem?.id ?? ''}: ${why}. Row ${id}; ${source}`,
      place: left[0].decideAt,
      about: [...left, ...right].map(matterOf),
    })),
  examples: [
    {
      title: 'Both are linked into one program',
      files: two('static'),
      says: [
        'pkg:npm/left-pad@1.3.0 (GPL-2.0-only) and pkg:npm/right-pad@1.0.0 (Apache-2.0) are one work in viewer: Apache-2.0 adds terms on patents that version 2 of the GPL does not let anybody add; version 3 does. Row gpl2-apache2; Free Software Foundation, "Various Licenses and Comments about Them", Apache License 2.0',
      ],
    },
    { title: 'One of them runs beside it', files: two('separate-process'), says: [] },
  ],
};
