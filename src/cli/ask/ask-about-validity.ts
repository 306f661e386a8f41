import type { Judgement } from '../../app/verdicts/compose-verdict.ts';
import type { Evidence } from '../../app/verdicts/describe-case.ts';
import { heldByRange } from '../../app/verdicts/held-by-range.ts';
import { formatVers } from '../../base/packages/vers.ts';
import { lackOfDay, lackOfRange } from './lack-of-answer.ts';
import { askKey, broken, type Answered } from './prompts.ts';
import { askMaybeTyped, askTyped, type Typed } from './typed.ts';

/** The findings that a verdict is about, and those of the same case that a person leaves open. */
export type Parted = { readonly judged: Evidence['subjects']; readonly leftOpen: Evidence['subjects'] };

/** Asks for which versions and how long a verdict holds. */
export async function askAboutValidity(
  parted: Parted,
  judgement: Judgement,
  today: string,
  typed: Typed,
): Answered<Judgement> {
  const types = new Set(parted.judged.map(({ entry }) => entry.component.type));
  const [type] = types;
  const validFor = type !== undefined && types.size === 1 ? await askRange(type, parted, typed) : undefined;
  if (validFor === broken) return broken;
  const until = await askMaybeTyped(typed, 'until', 'Until which day does it hold (YYYY-MM-DD)?', (given) =>
    lackOfDay(given, today),
  );
  if (until === broken) return broken;
  return { ...judgement, ...(validFor && { validFor }), ...(until && { until }) };
}

async function askRange(type: string, { judged, leftOpen }: Parted, typed: Typed): Answered<string | undefined> {
  const versions = [...new Set(judged.flatMap(({ entry }) => entry.component.version ?? []))];
  const [only] = versions.length === 1 ? versions : [];
  const fixed = [...new Set(judged.flatMap(({ finding }) => finding.fixed))];
  const below =
    only !== undefined && fixed.length === 1 && fixed[0] !== undefined ? rangeBelow(type, only, fixed[0]) : undefined;
  const any = `vers:${type}/*`;
  const isFree = (range: string) => heldByRange(range, judged, leftOpen) === undefined;
  const key = await askKey('For which versions does it hold?', [
    { value: 'o', label: `only ${versions.join(', ') || 'as it is'}`, hint: 'another version is asked again' },
    ...(below === undefined || !isFree(below)
      ? []
      : [{ value: 'f' as const, label: 'from here to the fix', hint: below }]),
    ...(isFree(any) ? [{ value: 'a' as const, label: 'any version', hint: any }] : []),
    { value: 'r', label: 'a range', hint: 'VERS' },
  ]);
  if (key === broken) return broken;
  if (key === 'o') return undefined;
  if (key === 'f') return below;
  if (key === 'a') return any;
  const isRight = (given: string) => {
    const held = heldByRange(given, judged, leftOpen);
    const reach = held && `It holds for ${held.finding.component}, too, which is left open.`;
    return lackOfRange(given, type) ?? reach;
  };
  return askTyped(typed, 'range', 'Which range?', { placeholder: `vers:${type}/>=1.2.0|<2.0.0`, isRight });
}

function rangeBelow(type: string, from: string, fixed: string): string {
  return formatVers({
    type,
    constraints: [
      { comparator: '>=', version: from },
      { comparator: '<', version: fixed },
    ],
  });
}
