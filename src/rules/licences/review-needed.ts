import type { Rule } from '../../model/plugs/rule.ts';
import { leftPad } from '../examples/left-pad.ts';
import { byDecision, nameFew, ofLicences, usedIn } from './name-few.ts';

/** Asks that a lawyer has read what the table cannot decide, and that the opinion is named. */
export const reviewNeeded: Rule = {
  id: 'licences/review-needed',
  title: 'A licence that takes a lawyer has an opinion',
  clause: 'reality-check:5',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'Agreements, limits of use and licences that nobody knows are read by somebody who can answer for it.',
  help: 'Name the document under `licence: opinion` of the record, or under `opinions` in soup/licences.yaml with date and author; say under `licences` there what a LicenseRef- name stands for.',
  restsOn: ['soup-item', 'licences'],
  check: ({ licensing }) =>
    byDecision(
      licensing.judged.filter(
        ({ verdict, opinion }) => verdict.outcome === 'needs-legal-review' && opinion === undefined,
      ),
    ).map((all) =>
      ofLicences(all, (group) => {
        const [first] = group;
        const reason = first.verdict.reasons.find(({ outcome }) => outcome === 'needs-legal-review');
        return {
          message: `${first.verdict.expression} of ${nameFew(group)} in ${usedIn(first)} needs a legal opinion: ${reason?.why ?? ''} (rule ${reason?.rules.join(', ') ?? ''})`,
          place: first.decideAt,
        };
      }),
    ),
  examples: [
    {
      title: 'An agreement that a lawyer has read',
      files: leftPad('licence: { concluded: LicenseRef-Vendor, opinion: LEG-7, by: ada, on: 2026-11-01 }'),
      says: [],
    },
    {
      title: 'An agreement that nobody has read',
      files: leftPad('licence: { concluded: LicenseRef-Vendor, by: ada, on: 2026-11-01 }'),
      says: [
        'LicenseRef-Vendor of pkg:npm/left-pad@1.3.0 in viewer needs a legal opinion: It belongs to no family of this table: its terms are of their own kind, or nobody has read them. (rule unknown)',
      ],
    },
  ],
};
