import type { Dossier } from '../../model/dossier.ts';
import type { KeyPlace } from '../../model/place.ts';
import type { Rule } from '../../model/plugs/rule.ts';
import { deviceWith } from '../examples/device-with.ts';
import { itemDecisions } from '../item-decisions.ts';
import { leftPad } from '../examples/left-pad.ts';
import { riskFileWith } from '../examples/risk-file-with.ts';
import { signedDecisions } from '../signed-decisions.ts';
import { notAffected, verdictWith } from '../examples/with-finding.ts';

/** Asks that nothing is dated ahead: what is still to come cannot have been approved or reviewed. */
export const futureDate: Rule = {
  id: 'records/future-date',
  title: 'What was decided is not dated ahead',
  clause: '62304:8.2.1',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'A date that is still to come is a typing error or a promise; neither is a record.',
  help: 'Write the day on which it was done.',
  check: (dossier) =>
    dated(dossier).flatMap(({ day, place }) =>
      day > dossier.today ? [{ message: `${day} is still to come`, place }] : [],
    ),
  examples: [
    {
      title: 'Approved in the past',
      files: leftPad('approved:\n  - { version: 1.3.0, by: ada, on: 2026-11-01 }'),
      says: [],
    },
    {
      title: 'Approved next year',
      files: leftPad('approved:\n  - { version: 1.3.0, by: ada, on: 2027-11-01 }'),
      says: ['2027-11-01 is still to come'],
    },
    {
      title: 'An argument of next year that nothing is published',
      files: leftPad('anomalySources:\n  - { kind: unpublished, reason: No tracker, by: ada, on: 2027-11-01 }'),
      says: ['2027-11-01 is still to come'],
    },
    {
      title: 'Support that is assessed, and documentation that is judged next year',
      files: leftPad(
        'support: { level: maintained, source: README, assessed: 2027-11-01 }\ndocumentation: { documents: [README], adequate: true, reason: It is short, by: ada, on: 2027-11-02 }',
      ),
      says: ['2027-11-02 is still to come', '2027-11-01 is still to come'],
    },
    {
      title: 'A product that is confirmed next year',
      files: leftPad('cpe: [{ vendor: padder, product: left-pad, by: ada, on: 2027-11-01, reason: Its site }]'),
      says: ['2027-11-01 is still to come'],
    },
    {
      title: 'A test run of next year',
      files: {
        'soup/verification.yaml': 'runs: [{ document: DOC-1, on: 2027-11-01, by: ada, passed: [TEST-1] }]\n',
      },
      says: ['2027-11-01 is still to come'],
    },
    {
      title: 'A risk that is accepted next year',
      files: riskFileWith('accepted: { by: ada, on: 2027-11-01 }'),
      says: ['2027-11-01 is still to come'],
    },
    {
      title: 'A verdict of next year',
      files: verdictWith(notAffected.replace('2026', '2027')),
      says: ['2027-11-12 is still to come'],
    },
    {
      title: 'A licence that is chosen next year',
      files: {
        'soup/licences.yaml':
          'choices:\n  - { packages: pkg:npm/left-pad, between: MIT OR WTFPL, chosen: MIT, reason: It is clearer, by: ada, on: 2027-11-01 }\n',
      },
      says: ['2027-11-01 is still to come'],
    },
    {
      title: 'An urgency that was stated next year',
      files: deviceWith('ssvc: { exposure: small, reason: DOC-1, by: ada, on: 2027-11-01 }'),
      says: ['2027-11-01 is still to come'],
    },
    {
      title: 'A source that is decided next year',
      files: deviceWith(
        'softwareItems:\n  - id: viewer\n    name: Viewer\n    class: B\n    sources:\n      - { files: package-lock.json, scope: runtime, reason: All of it is bundled, by: ada, on: 2027-11-01 }',
      ),
      says: ['2027-11-01 is still to come'],
    },
  ],
};

function dated(dossier: Dossier): readonly { readonly day: string; readonly place: KeyPlace }[] {
  const { items, reviews, vex } = dossier;
  return [
    ...signedDecisions(dossier).flatMap(({ on, onAt }) => (on === undefined ? [] : [{ day: on, place: onAt }])),
    ...reviews.map(({ file, record }) => ({ day: record.date, place: { file, keyPath: ['date'] } })),
    ...vex.documents.map(({ file, record }) => ({ day: record.imported, place: { file, keyPath: ['imported'] } })),
    ...itemDecisions(items).days,
  ];
}
