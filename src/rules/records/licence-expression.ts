import { quote } from '../../base/quote.ts';
import { classifyLicence } from '../../base/licences/classify-licence.ts';
import { readSpdxExpression } from '../../base/licences/read-spdx-expression.ts';
import type { Rule } from '../../model/plugs/rule.ts';
import { leftPad } from '../examples/left-pad.ts';

/** Asks that a concluded licence is one that everybody understands alike: an SPDX expression, or a name of one's own. */
export const licenceExpression: Rule = {
  id: 'records/licence-expression',
  title: 'A concluded licence is an SPDX expression',
  clause: '62304:8.1.2',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'item',
  why: 'What a licence asks follows from which one it is. A text that no list knows can mean several licences, or none.',
  help: 'Write an SPDX expression such as MIT or (MIT OR Apache-2.0) AND Zlib; name a commercial agreement as LicenseRef-, such as LicenseRef-Vendor-Contract-2026.',
  check: ({ filed: { file, record } }) => {
    const concluded = record.licence?.concluded;
    const [problem] = concluded === undefined ? [] : readSpdxExpression(concluded).problems;
    if (concluded === undefined || problem === undefined) return [];
    const { suggestion } = classifyLicence(concluded);
    const message = `the licence ${quote(concluded)} is no SPDX expression`;
    const help = `At character ${problem.offset + 1}: ${problem.message}. ${suggestion === undefined ? problem.help : `Perhaps ${suggestion} is meant.`}`;
    return [{ message, help, place: { file, keyPath: ['licence', 'concluded'] } }];
  },
  examples: [
    {
      title: 'An expression of two licences',
      files: leftPad('licence: { concluded: WTFPL OR MIT, by: ada, on: 2026-11-01 }'),
      says: [],
    },
    {
      title: 'A commercial agreement',
      files: leftPad('licence: { concluded: LicenseRef-Vendor-OEM-2026, by: ada, on: 2026-11-01 }'),
      says: [],
    },
    {
      title: 'A way of speaking',
      files: leftPad('licence: { concluded: BSD-style, by: ada, on: 2026-11-01 }'),
      says: ['the licence "BSD-style" is no SPDX expression'],
    },
    {
      title: 'No judgement at all',
      files: leftPad('licence: { concluded: NOASSERTION, by: ada, on: 2026-11-01 }'),
      says: ['the licence "NOASSERTION" is no SPDX expression'],
    },
  ],
};
