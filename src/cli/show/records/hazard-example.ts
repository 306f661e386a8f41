/** What a failure mode and its risk look like, for whoever has never written one: parts of two records. */
export const hazardExample = `such a failure mode and its risk, for example; in the record of the SOUP item:
  failureModes:
    - id: FM-1
      mode: Cuts the text
      cause: The text is longer than the label
      effect: The label shows a shortened patient number
      risks: [RISK-1]
and in soup/risks.yaml:
  risks:
    - id: RISK-1
      hazard: Wrong information
      sequence: The label shows a wrong patient number
      hazardousSituation: A physician reads the image of another patient
      harm: Delayed treatment`;
