/** A release of the base device that is supported, with the given lines in place of its support, and other files as they are given. */
export function releaseWith(
  support = 'support: { until: 2028-12-31 }',
  files: Readonly<Record<string, string | undefined>> = {},
): Readonly<Record<string, string | undefined>> {
  return {
    'soup/releases/0.9.0/release.yaml': `version: 0.9.0
date: 2026-10-01
${support}
recorded: { by: ada, on: 2026-10-02 }
frozen:
  - { file: inventory.json, sha256: 683b37ac2ff09cddbaca6ba0c4bc097cc132bb8f913f78cd115d06f16c32d008 }
`,
    'soup/releases/0.9.0/inventory.json': '{"format":1,"components":[]}\n',
    ...files,
  };
}

/** The minutes of a review of the base device, with the given lines. */
export function reviewWith(lines: string): Readonly<Record<string, string>> {
  return {
    'soup/reviews/2026-11-01.yaml': `date: 2026-11-01
by: [ada]
data: sha256:5c1d
scope: version 1.0.0
outcome: No finding concerns the labels
${lines}
`,
  };
}
