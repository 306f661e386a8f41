import type { FindingEntry } from '../model/dossier.ts';
import type { Problem } from '../model/plugs/rule.ts';
import { saidOf } from './said-of.ts';

/** Says once of all findings with the same key what is to be done about them. */
export function ofFindings<T extends FindingEntry>(
  findings: readonly T[],
  keyOf: (one: T) => string,
  say: (same: readonly [T, ...T[]]) => Problem,
): readonly Problem[] {
  return [...Map.groupBy(findings, keyOf).values()].flatMap(([first, ...rest]) =>
    first === undefined
      ? []
      : [
          saidOf(
            [first, ...rest],
            ({ finding: { component, id, aliases } }) => ({ purl: component, anomalies: [id, ...aliases] }),
            say,
          ),
        ],
  );
}
