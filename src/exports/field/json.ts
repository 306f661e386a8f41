import { standingRow } from '../../base/judgement/standing-row.ts';
import { placesInField, type PlaceInField } from '../../base/releases/places-in-field.ts';
import type { Field, FieldDefect } from '../../model/releases/field.ts';

/** What stands beside the field itself: the age of its data, and what was not watched. */
export type Surroundings = {
  readonly ageDays: number;
  readonly ended: readonly { readonly version: string; readonly on: string; readonly reason: string }[];
  readonly unwatched: readonly string[];
  readonly complete: boolean;
  readonly diagnostics: readonly object[];
};

/** Writes what was found in the field for scripts. */
export function fieldAsJson(field: Field, around: Surroundings): string {
  const { watched, data, releases, distinct, defects } = field;
  const { ageDays, ended, unwatched, complete, diagnostics } = around;
  const answer = {
    watched,
    data: { ...data, ageDays },
    complete,
    releases,
    ended,
    unwatched,
    distinctComponents: distinct,
    defects: defects.map(defectRow),
    diagnostics,
  };
  return `${JSON.stringify(answer, undefined, 2)}\n`;
}

function defectRow(defect: FieldDefect) {
  const { id, exploited, findings } = defect;
  return {
    id,
    exploited,
    releases: [...new Set(findings.map(({ release }) => release))],
    findings: placesInField(defect).map(placeRow),
  };
}

function placeRow({ finding: { scope, finding, standing }, releases }: PlaceInField) {
  return { releases, scope, ...finding, ...standingRow(standing) };
}
