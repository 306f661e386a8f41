import { todayInWords } from '../app/today.ts';
import type { Context } from './command.ts';

/** Says on stderr when the day is not the real one: a review that is overdue may look in time on a day that was held. */
export function tellDay({ host, tell }: Context): void {
  const { heldBy } = host.clock;
  if (heldBy === undefined) return;
  tell(
    `note: judged as of ${todayInWords(host)}; what became due since is not seen\nhelp: Unset ${heldBy} to judge as of today.`,
  );
}
