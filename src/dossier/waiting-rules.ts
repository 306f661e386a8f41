import { counted } from '../base/counted.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Rule } from '../model/plugs/rule.ts';
import type { UnreadFile, WaitingRule } from '../model/records/unread-file.ts';

/** Rules that can be asked, and those that wait until files can be read. */
export type SortedRules = { readonly asked: readonly Rule[]; readonly waiting: readonly WaitingRule[] };

/** Parts the rules that would miss what may stand in a file that cannot be read from those that can tell all the same. */
export function sortRules(rules: readonly Rule[], unread: readonly UnreadFile[]): SortedRules {
  const waiting = rules.flatMap(({ id, clause, restsOn = [] }) => {
    const files = [...new Set(unread.filter(({ kind }) => restsOn.includes(kind)).map(({ file }) => file))];
    return files.length === 0 ? [] : [{ rule: id, clause, files }];
  });
  const waits = new Set(waiting.map(({ rule }) => rule));
  return { asked: rules.filter(({ id }) => !waits.has(id)), waiting };
}

/** One line for each file in place of all that would be missing only because it cannot be read. */
export function tellWaiting(waiting: readonly WaitingRule[]): readonly Diagnostic[] {
  const files = [...new Set(waiting.flatMap((one) => one.files))];
  return files.map((file) => {
    const rules = waiting.filter((one) => one.files.includes(file)).map(({ rule }) => rule);
    const wait =
      rules.length === 1
        ? '1 rule that would miss what may stand in it waits'
        : `${counted(rules.length, 'rule')} that would miss what may stand in it wait`;
    return {
      rule: 'records/waiting',
      severity: 'note',
      message: `${file} is not read whole, and ${wait}: ${rules.join(', ')}`,
      place: { file },
      help: 'Mend the file, then check again.',
    };
  });
}
