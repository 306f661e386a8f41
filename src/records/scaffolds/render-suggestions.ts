import type { SuggestedKind } from '../failure-catalogue/suggest-failures.ts';
import { renderComment } from '../editing/render-yaml.ts';

/** Suggested failure modes as comments: nothing of them counts until a person writes it as a failure mode of this device. */
export function renderSuggestions(suggested: readonly SuggestedKind[]): readonly string[] {
  return suggested.flatMap(({ kind: { kind, modes }, because }) => [
    '#',
    note(`How components of the kind "${kind}" fail (${because}). Suggestions, not judged and not counted:`),
    ...modes.flatMap(({ mode, cause, effect, controls }) => [
      note(`  - mode: ${mode}`),
      note(`    cause: ${cause}`),
      note(`    effect: ${effect}`),
      ...controls.map((control) => note(`    control, ${control.kind}: ${control.text}`)),
    ]),
  ]);
}

/** Lines with two # stay comments when the keys around them are taken into use. */
function note(text: string): string {
  return `#${renderComment(text)}`;
}
