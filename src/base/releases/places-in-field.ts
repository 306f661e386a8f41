import { compareText } from '../compare.ts';
import type { FieldDefect, FieldFinding, News } from '../../model/releases/field.ts';

/** A component that has a defect in the same way in several releases: one finding stands for all of them. */
export type PlaceInField = {
  readonly finding: FieldFinding;
  readonly releases: readonly { readonly version: string; readonly news: News }[];
};

/** Where in the field a defect is; what is the same in several releases is told once. */
export function placesInField({ findings }: FieldDefect): readonly PlaceInField[] {
  const byText = Map.groupBy(findings, ({ finding, scope, standing }) =>
    [finding.component, finding.result, scope, standing.kind, finding.why].join('\n'),
  );
  return [...byText]
    .toSorted(([a], [b]) => compareText(a, b))
    .flatMap(([, same]) => {
      const [finding] = same;
      return finding === undefined
        ? []
        : [{ finding, releases: same.map(({ release, news }) => ({ version: release, news })) }];
    });
}

/** The releases of a place, as a list of their versions. */
export function versionsOf({ releases }: PlaceInField): readonly string[] {
  return releases.map(({ version }) => version);
}
