import { conflicts, type Conflict } from '../../base/licences/knowledge/conflicts.ts';
import type { LicenceReason } from '../../model/licences/licence-verdict.ts';
import type { JudgedLicence } from '../../model/licences/licensing.ts';

/** What of a judged licence says whether two meet in one work. */
type Meeting = Pick<JudgedLicence, 'softwareItem' | 'use' | 'verdict'>;

/** Components of one software item whose licences do not go together in one work. */
export type FoundConflict<T extends Meeting> = {
  readonly conflict: Conflict;
  readonly left: readonly [T, ...T[]];
  readonly right: readonly [T, ...T[]];
};

/**
 * Looks in each software item that gives copies away for pairs that the table knows. `known` asks for those that certainly
 * form one work, for each of the two is linked into it; without it, for those of which one has no known combination.
 */
export function findConflicts<T extends Meeting>(judged: readonly T[], known: boolean): readonly FoundConflict<T>[] {
  const items = Map.groupBy(
    judged.filter(({ use }) => use.distribution !== 'hosted-service' && joins(use.combination) !== false),
    ({ softwareItem }) => softwareItem,
  );
  return [...items].flatMap(([softwareItem, here]) =>
    softwareItem === undefined ? [] : conflicts.flatMap((conflict) => pair(conflict, here, known)),
  );
}

function pair<T extends Meeting>(conflict: Conflict, here: readonly T[], known: boolean): readonly FoundConflict<T>[] {
  const isLeft = ({ licence }: LicenceReason) => conflict.left.test(licence);
  const isRight = ({ licence, family }: LicenceReason) =>
    conflict.right.test(licence) || conflict.rightFamilies?.includes(family) === true;
  const left = here.filter(({ verdict }) => verdict.reasons.some(isLeft));
  const right = left.length === 0 ? [] : here.filter(({ verdict }) => verdict.reasons.some(isRight));
  const certain = (list: readonly T[]) => list.filter(({ use }) => joins(use.combination) === true);
  const [certainLeft, certainRight] = [certain(left), certain(right)];
  const isCertain = certainLeft.length > 0 && certainRight.length > 0;
  if (isCertain !== known) return [];
  const [[first, ...others], [second, ...more]] = known ? [certainLeft, certainRight] : [left, right];
  if (first === undefined || second === undefined) return [];
  return [{ conflict, left: [first, ...others], right: [second, ...more] }];
}

/** Whether such a combination makes one work of it and the product; `undefined` where nobody says how it is combined. */
function joins(combination: JudgedLicence['use']['combination']): boolean | undefined {
  return combination === undefined ? undefined : ['static', 'dynamic', 'header-only'].includes(combination);
}
