import type { Matter, Problem } from '../model/plugs/rule.ts';

/** A problem that several things share: it can be said of some of them, when the rest is waived. */
export function saidOf<T>(
  members: readonly [T, ...T[]],
  matterOf: (member: T) => Matter,
  say: (some: readonly [T, ...T[]]) => Problem,
): Problem {
  return {
    ...say(members),
    about: members.map(matterOf),
    among: (left) => {
      const [first, ...rest] = members.filter((member) => left(matterOf(member)));
      return first === undefined ? undefined : saidOf([first, ...rest], matterOf, say);
    },
  };
}
