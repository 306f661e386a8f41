import { sealedLock } from '../src/rules/examples/sealed-lock.ts';

/**
 * A small device that every rule is content with: what the examples of a rule are laid over. One npm lockfile with
 * one runtime package and one tool, and the records that class B asks for.
 */
export const baseDevice: Readonly<Record<string, string>> = {
  'tureen.yaml': `device:
  name: Padder
  version: 1.0.0
  manufacturer: Example Devices GmbH
people:
  - { id: ada, name: Ada Example, role: SOUP owner }
target: { os: Debian 12, architecture: x86_64, memoryMb: 4096 }
softwareItems:
  - id: viewer
    name: Viewer
    class: B
    rationale: Its failure can delay a diagnosis, which is injury without lasting harm
    sources: [package-lock.json]
riskMatrix:
  severity: [{ id: S1, name: Minor }, { id: S2, name: Serious }]
  probability: [{ id: P1, name: Rare }, { id: P2, name: Often }]
  zones:
    - { id: ok, name: Acceptable, acceptable: always }
    - { id: bad, name: Unacceptable, acceptable: with-benefit }
  acceptability: { P1: [ok, ok], P2: [ok, bad] }
vulnerabilityReview: { owner: ada, everyDays: 30 }
updateProcess:
  document: QM-SOP-017
  security: Decided within 5 working days, released on the expedited path
  routine: Collected and decided with each planned release
`,
  'package-lock.json': `{
  "name": "padder",
  "version": "1.0.0",
  "lockfileVersion": 3,
  "packages": {
    "": {
      "name": "padder",
      "version": "1.0.0",
      "dependencies": { "left-pad": "1.3.0" },
      "devDependencies": { "tap-mini": "2.0.0" }
    },
    "node_modules/left-pad": { "version": "1.3.0", "license": "WTFPL" },
    "node_modules/tap-mini": { "version": "2.0.0", "dev": true, "license": "MIT" }
  }
}
`,
  'soup/items/npm-left-pad.yaml': `soup: pkg:npm/left-pad
title: left-pad
manufacturer: { name: left-pad project, kind: project, source: the package's repository }
status: confirmed
owner: ada
purpose: Pads the patient number on the label of an image
safetyPath: { on: true, reason: A wrong label can lead to a mix-up of patients }
usedBy:
  - { softwareItem: viewer, interface: one call with the patient number as a text }
requirements:
  - id: REQ-PAD-1
    kind: functional
    text: Pads a text on the left to a wanted length without changing its characters
    verifiedBy: [TEST-PAD-1]
  - id: REQ-PAD-2
    kind: performance
    text: Padding is not noticed by the user
    metric: time for one label
    limit: <= 1
    unit: ms
    condition: 64 characters, on the target system
    verifiedBy: [TEST-PAD-2]
system: { runtime: any browser with ECMAScript 5, source: the package's README }
failureModes:
  - id: FM-PAD-1
    mode: Cuts the text instead of padding it
    cause: The text is longer than the wanted length
    effect: The label shows a shortened patient number
    risks: [RISK-1]
    before: { severity: S2, probability: P2 }
    controls:
      - id: RC-PAD-1
        kind: protective
        text: The label is compared with the patient number
        implementedIn: software
        requirements: [REQ-PAD-1]
        verifiedBy: [TEST-PAD-3]
    after: { severity: S2, probability: P1 }
support: { level: limited, source: the package's README, assessed: 2026-11-01, plan: Replaced by padStart in version 1.1 }
security: { category: supported, reason: Updates are delivered with the product }
licence: { concluded: WTFPL, by: ada, on: 2026-11-01 }
approved:
  - { version: 1.3.0, by: ada, on: 2026-11-01 }
anomalySources:
  - { kind: unpublished, reason: The project has neither tracker nor release notes in its repository, by: ada, on: 2026-11-01 }
`,
  'soup/risks.yaml': `document: RMF-001
risks:
  - id: RISK-1
    hazard: Wrong information
    sequence: The label shows a wrong patient number and the image is filed with another patient
    hazardousSituation: A physician reads the image of another patient
    harm: Delayed treatment
    softwareItems: [viewer]
    before: { severity: S2, probability: P2 }
    controls:
      - { id: RC-PAD-1, text: The label is compared with the patient number, verifiedBy: [TEST-PAD-3] }
    after: { severity: S2, probability: P1 }
`,
  'soup/verification.yaml': `testIds: [TEST-*]
runs:
  - document: DOC-TR-1
    on: 2026-11-10
    tested: [pkg:npm/left-pad@1.3.0]
    passed: [TEST-PAD-1, TEST-PAD-2, TEST-PAD-3]
`,
  'soup/reviews/2026-11-01.yaml': `date: 2026-11-01
by: [ada]
data: sha256:5c1d
scope: version 1.0.0
outcome: No finding concerns the labels
`,
  ...sealedLock(),
};

/** The day on which the base device is looked at. */
export const baseDay = '2026-11-15';
