/** A `tureen.yaml` of the base device whose matrix has the given last lines, for examples of estimates. */
export function matrixWith(acceptability: string): Readonly<Record<string, string>> {
  return {
    'tureen.yaml': `device: { name: Padder, manufacturer: Example Devices GmbH }
people:
  - { id: ada, name: Ada Example }
softwareItems:
  - { id: viewer, name: Viewer, class: B, rationale: Delay only, sources: [package-lock.json] }
riskMatrix:
  severity: [{ id: S1, name: Minor }, { id: S2, name: Serious }]
  probability: [{ id: P1, name: Rare }, { id: P2, name: Often }]
  zones:
    - { id: ok, name: Acceptable, acceptable: always }
    - { id: see, name: To be justified, acceptable: with-reason }
    - { id: bad, name: Unacceptable, acceptable: with-benefit }
${acceptability}
`,
  };
}

/** A matrix that nothing is wrong with. */
export const soundMatrix = matrixWith('  acceptability: { P1: [ok, see], P2: [see, bad] }');
