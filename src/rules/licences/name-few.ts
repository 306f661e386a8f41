import type { Matter, Problem } from '../../model/plugs/rule.ts';
import { saidOf } from '../said-of.ts';
import type { JudgedLicence } from '../../model/licences/licensing.ts';

/** Names components in a message: three of them, and how many more. */
export function nameFew(judged: readonly JudgedLicence[]): string {
  const names = [...new Set(judged.map(({ entry }) => entry.component.purl))];
  const shown = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}

/** Groups what is judged so that one decision of a person answers one group: by where it would be written, what, and where it is used. */
export function byDecision(
  judged: readonly JudgedLicence[],
): readonly (readonly [JudgedLicence, ...JudgedLicence[]])[] {
  const groups = Map.groupBy(judged, ({ decideAt, verdict, softwareItem }) =>
    JSON.stringify([decideAt, verdict.expression, softwareItem?.id]),
  );
  return [...groups.values()].flatMap(([first, ...rest]) => (first === undefined ? [] : [[first, ...rest] as const]));
}

/** Says of all components of a group what is to be decided about them. */
export function ofLicences<T extends JudgedLicence>(
  group: readonly [T, ...T[]],
  say: (some: readonly [T, ...T[]]) => Problem,
): Problem {
  return saidOf(group, matterOf, say);
}

/** What a problem of a licence is about: the component. */
export function matterOf({ entry }: JudgedLicence): Matter {
  return { purl: entry.component.purl };
}

/** Where a licence is used, for a message. */
export function usedIn({ softwareItem, use }: JudgedLicence): string {
  const facts = [use.distribution, use.combination, use.modified === true ? 'modified' : undefined].filter(
    (fact) => fact !== undefined,
  );
  const place = softwareItem === undefined ? 'no software item' : softwareItem.id;
  return facts.length === 0 ? place : `${place} (${facts.join(', ')})`;
}
