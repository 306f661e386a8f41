import { deviceWith } from '../examples/device-with.ts';
import { leftPad } from '../examples/left-pad.ts';

/** The base device with a known distribution and a licence of left-pad, for examples that are about what follows from both. */
export function deliveredAs(distribution: string, licence: string): Readonly<Record<string, string>> {
  return {
    ...deviceWith(
      `softwareItems:\n  - { id: viewer, name: Viewer, class: B, distribution: ${distribution}, sources: [package-lock.json] }`,
    ),
    ...leftPad(`licence: { ${licence}, by: ada, on: 2026-11-01 }`),
  };
}
