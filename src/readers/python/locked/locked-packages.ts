import { quote } from '../../../base/quote.ts';
import { entryProblem } from '../../../base/reading.ts';
import type { Component, Relation, ScopeEvidence } from '../../../model/component.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Graph } from '../../../model/inventory/inventory.ts';
import type { LinePlace } from '../../../model/place.ts';
import type { Reading } from '../../../model/plugs/reader.ts';
import type { Need } from '../needs/need.ts';
import type { pypiComponent } from '../pypi-package.ts';
import { relock } from './read-hashes.ts';
import { pythonMeeting } from '../needs/python-meeting.ts';
import { satisfies } from '../needs/satisfies.ts';
import { strongestScopes, type AskingList } from './strongest-scopes.ts';

/** A package of a lockfile that names what each needs, and leaves it to the reader to find which version is meant. */
export type LockedPackage = {
  readonly facts: ReturnType<typeof pypiComponent>;
  readonly at: LinePlace;
  /** Its source is a folder of the product. */
  readonly own: boolean;
  /** `undefined` when the lockfile does not tell. */
  readonly needs: readonly Need[] | undefined;
  /** What each of its extras needs besides, by the extra's name in the form of PEP 503. */
  readonly extras: ReadonlyMap<string, readonly Need[]>;
  /** The scope, where the lockfile itself tells it. */
  readonly told: ScopeEvidence | undefined;
  /** The environments that it is locked for (PEP 508). */
  readonly marker: string | undefined;
};

/** What a lockfile was made for: the lists in which the product asks for packages. */
export type LockPurpose = {
  readonly lists: readonly AskingList<Need>[];
  /** Nothing else is asked for, so that any other package is there for the sake of these. */
  readonly complete: boolean;
  /** What to say where nothing tells the scope. */
  readonly unknown: string;
  /** The versions of Python that it is for, as specifiers. */
  readonly pythons: string;
};

/** Makes components of locked packages, with scope and relation by what the product asks for. */
export function readLockedPackages(packages: readonly LockedPackage[], purpose: LockPurpose, graph: Graph): Reading {
  const meetOnSomePython = pythonMeeting(purpose.pythons);
  const find = packageFinder(packages, meetOnSomePython);
  const needsOf = activeNeeds(packages, purpose, find);
  const walked = strongestScopes(purpose.lists, find, ({ needs = [], extras }, need) => [
    needs,
    ...need.extras.map((extra) => extras.get(extra) ?? none),
  ]);
  const own = packages.filter((one) => one.own);
  const direct = new Set([...purpose.lists.flatMap(({ edges }) => edges), ...own.flatMap(needsOf)].flatMap(find));
  const targetsOf = new Map(packages.map((one) => [one, targets(one, needsOf(one), find, meetOnSomePython)]));
  const needed = new Set([...targetsOf.values()].flat());
  const relationOf = (one: LockedPackage): Relation => {
    if (one.own || direct.has(one)) return 'direct';
    return purpose.complete && needed.has(one) ? 'transitive' : 'unknown';
  };
  const components = packages.map((one): Component => {
    const evidence = one.told ?? walked.get(one) ?? { scope: 'unknown', reason: purpose.unknown, at: one.at };
    const purls = (targetsOf.get(one) ?? []).map(({ facts }) => facts.purl);
    return {
      ...one.facts,
      scope: evidence.scope,
      scopeEvidence: [evidence],
      relation: relationOf(one),
      firstParty: one.own,
      dependsOn: one.needs === undefined ? undefined : [...new Set(purls)].toSorted(),
    };
  });
  return { components, graph, diagnostics: packages.flatMap((one) => gaps(one, find)) };
}

type FindPackages = (need: Need) => readonly LockedPackage[];
type MeetOnSomePython = ReturnType<typeof pythonMeeting>;

const none: readonly Need[] = [];

/** Finds the locked versions that a need may mean: those that fit, and all when none does. */
function packageFinder(packages: readonly LockedPackage[], meetOnSomePython: MeetOnSomePython): FindPackages {
  const byName = Map.groupBy(packages, ({ facts }) => facts.name);
  const known = new Map<string, readonly LockedPackage[]>();
  return ({ name, specifiers, marker }) => {
    if (!meetOnSomePython(marker)) return [];
    const named = byName.get(name) ?? [];
    if (named.length < 2) return named;
    const asked = JSON.stringify([name, specifiers]);
    const before = known.get(asked);
    if (before !== undefined) return before;
    const fitting = named.filter(({ facts }) => facts.version === undefined || satisfies(facts.version, specifiers));
    const found = fitting.length === 0 ? named : fitting;
    known.set(asked, found);
    return found;
  };
}

/** The packages that another one needs on some version of Python. */
function targets(
  from: LockedPackage,
  needs: readonly Need[],
  find: FindPackages,
  meetOnSomePython: MeetOnSomePython,
): readonly LockedPackage[] {
  return needs.flatMap((need) =>
    find(need).filter((one) => one !== from && meetOnSomePython(from.marker, need.marker, one.marker)),
  );
}

/** What each package needs with those of its extras that anybody asks for. */
function activeNeeds(
  packages: readonly LockedPackage[],
  { lists }: LockPurpose,
  find: FindPackages,
): (one: LockedPackage) => readonly Need[] {
  const active = new Map<LockedPackage, Map<string, readonly Need[]>>();
  const queue = [...lists.map(({ edges }) => edges), ...packages.map(({ needs = none }) => needs)];
  for (const needs of queue) {
    for (const need of needs) {
      if (need.extras.length === 0) continue;
      for (const one of find(need)) {
        const known = active.get(one) ?? new Map<string, readonly Need[]>();
        active.set(one, known);
        for (const extra of need.extras) {
          if (known.has(extra)) continue;
          known.set(extra, one.extras.get(extra) ?? none);
          queue.push(one.extras.get(extra) ?? none);
        }
      }
    }
  }
  return (one) => [...(one.needs ?? none), ...[...(active.get(one)?.values() ?? [])].flat()];
}

function gaps({ facts, needs = none, at }: LockedPackage, find: FindPackages): readonly Diagnostic[] {
  return needs
    .filter((need) => !need.conditional && find(need).length === 0)
    .map(({ name }) =>
      entryProblem(at, `${facts.name} needs ${quote(name)}, which this lockfile does not hold`, relock),
    );
}
