import type { Dossier } from '../../model/dossier.ts';
import type { KeyPlace } from '../../model/place.ts';
import type { Rule } from '../../model/plugs/rule.ts';
import { deviceWith } from '../examples/device-with.ts';
import { itemDecisions } from '../item-decisions.ts';
import { leftPad } from '../examples/left-pad.ts';
import { riskFileWith } from '../examples/risk-file-with.ts';
import { signedDecisions } from '../signed-decisions.ts';
import { dispositionsWith, noHazard } from '../examples/with-anomalies.ts';
import { notAffected, verdictWith } from '../examples/with-finding.ts';

/** Asks that everybody who owns, approves or reviews is listed under people. */
export const unknownPerson: Rule = {
  id: 'records/unknown-person',
  title: 'Who answers for something is a known person',
  clause: '62304:8.2.1',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'An approval by an id that nobody bears is no approval.',
  help: 'Add the person under `people:` in tureen.yaml, or correct the id.',
  check: (dossier) => {
    const known = new Set(dossier.device.record.people.map(({ id }) => id));
    return named(dossier).flatMap(({ id, place }) =>
      known.has(id) ? [] : [{ message: `nobody under people has the id "${id}"`, place }],
    );
  },
  examples: [
    { title: 'The owner is listed', files: leftPad('owner: ada'), says: [] },
    {
      title: 'The owner is not listed',
      files: leftPad('owner: grace'),
      says: ['nobody under people has the id "grace"'],
    },
    {
      title: 'The author of a verdict and its owner are not listed',
      files: verdictWith(`${notAffected.replace('ada', 'grace')}\nowner: alan`),
      says: ['nobody under people has the id "grace"', 'nobody under people has the id "alan"'],
    },
    {
      title: 'Somebody else lowered the category',
      files: leftPad(
        'security: { category: required, reason: Not shipped, history: [{ from: supported, to: required, on: 2026-11-01, by: grace, reason: Not shipped }] }',
      ),
      says: ['nobody under people has the id "grace"'],
    },
    {
      title: 'Somebody else confirmed the product of CVE records that it is',
      files: leftPad('cpe: [{ vendor: padder, product: left-pad, by: grace, on: 2026-11-01, reason: Its site }]'),
      says: ['nobody under people has the id "grace"'],
    },
    {
      title: 'Somebody else confirmed what a supplier calls a package',
      files: deviceWith(
        'vexProducts: [{ product: Padder, package: "pkg:npm/left-pad", reason: Its site, by: grace, on: 2026-11-01 }]',
      ),
      says: ['nobody under people has the id "grace"'],
    },
    {
      title: 'Somebody else judged a published anomaly',
      files: dispositionsWith(noHazard.replace('by: ada', 'by: grace')),
      says: ['nobody under people has the id "grace"'],
    },
    {
      title: 'Who accepted a risk, and who answers for a test run',
      files: {
        ...riskFileWith('accepted: { by: grace, on: 2026-11-01 }'),
        'soup/verification.yaml': 'runs: [{ document: DOC-1, on: 2026-11-01, by: alan, passed: [TEST-1] }]\n',
      },
      says: ['nobody under people has the id "grace"', 'nobody under people has the id "alan"'],
    },
    {
      title: 'Somebody else chose a licence',
      files: {
        'soup/licences.yaml':
          'choices:\n  - { packages: pkg:npm/left-pad, between: MIT OR WTFPL, chosen: MIT, reason: It is clearer, by: grace, on: 2026-11-01 }\n',
      },
      says: ['nobody under people has the id "grace"'],
    },
    {
      title: 'Who may approve verdicts, and who stated the urgency, are not listed',
      files: deviceWith(
        'vulnerabilityReview: { owner: ada, approvers: [grace] }\nssvc: { exposure: small, reason: DOC-1, by: alan }',
      ),
      says: ['nobody under people has the id "grace"', 'nobody under people has the id "alan"'],
    },
    {
      title: 'Somebody else decided what a source is used for',
      files: deviceWith(
        'softwareItems:\n  - id: viewer\n    name: Viewer\n    class: B\n    sources:\n      - { files: package-lock.json, scope: runtime, reason: All of it is bundled, by: grace, on: 2026-11-01 }',
      ),
      says: ['nobody under people has the id "grace"'],
    },
  ],
};

function named(dossier: Dossier): readonly { readonly id: string; readonly place: KeyPlace }[] {
  const { device, items, reviews, verdicts } = dossier;
  const review = device.record.vulnerabilityReview;
  return [
    ...(review?.owner === undefined
      ? []
      : [{ id: review.owner, place: { file: device.file, keyPath: ['vulnerabilityReview', 'owner'] } }]),
    ...(review?.approvers ?? []).map((id, index) => ({
      id,
      place: { file: device.file, keyPath: ['vulnerabilityReview', 'approvers', index] },
    })),
    ...signedDecisions(dossier).flatMap(({ by, byAt }) => (by === undefined ? [] : [{ id: by, place: byAt }])),
    ...reviews.flatMap(({ file, record }) =>
      record.by.map((id, index) => ({ id, place: { file, keyPath: ['by', index] } })),
    ),
    ...verdicts.flatMap(({ file, index, verdict: { owner } }) =>
      owner === undefined ? [] : [{ id: owner, place: { file, keyPath: ['verdicts', index, 'owner'] } }],
    ),
    ...itemDecisions(items).persons,
  ];
}
