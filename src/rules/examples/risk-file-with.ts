/** The risk file of the base device with the given lines in its one entry. */
export function riskFileWith(lines: string): Readonly<Record<string, string>> {
  const inside = lines
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
  return {
    'soup/risks.yaml': `risks:
  - id: RISK-1
    hazard: Wrong information
    sequence: The label shows a wrong patient number
    hazardousSituation: A physician reads the image of another patient
    harm: Delayed treatment
${inside}
`,
  };
}
