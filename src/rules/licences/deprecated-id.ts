import { classifyLicence } from '../../base/licences/classify-licence.ts';
import type { Rule } from '../../model/plugs/rule.ts';
import { leftPad } from '../examples/left-pad.ts';

/** Asks for identifiers that are in force: the old ones of the GNU licences do not say whether a later version will do. */
export const deprecatedId: Rule = {
  id: 'licences/deprecated-id',
  title: 'A concluded licence is spelt as the list spells it now',
  clause: 'reality-check:5',
  classes: ['A', 'B', 'C'],
  severity: 'note',
  subject: 'item',
  why: 'GPL-2.0 leaves open whether version 3 may be chosen, and that decides with what it goes together.',
  help: 'Look into the notices of the package which of the two is meant, and write that.',
  check: ({ filed: { file, record } }) => {
    const concluded = record.licence?.concluded;
    const classified = concluded === undefined ? undefined : classifyLicence(concluded);
    if (classified?.class !== 'deprecated') return [];
    const message = `${concluded} is deprecated in the SPDX list, which has ${classified.suggestion ?? 'another'} for it`;
    return [{ message, place: { file, keyPath: ['licence', 'concluded'] } }];
  },
  examples: [
    {
      title: 'It says what is meant',
      files: leftPad('licence: { concluded: LGPL-2.1-or-later, by: ada, on: 2026-11-01 }'),
      says: [],
    },
    {
      title: 'It leaves it open',
      files: leftPad('licence: { concluded: LGPL-2.1+ OR MIT, by: ada, on: 2026-11-01 }'),
      says: ['LGPL-2.1+ OR MIT is deprecated in the SPDX list, which has LGPL-2.1-or-later OR MIT for it'],
    },
  ],
};
