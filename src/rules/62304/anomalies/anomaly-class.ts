import { counted } from '../../../base/counted.ts';
import type { ItemEntry } from '../../../model/dossier.ts';
import type { Rule } from '../../../model/plugs/rule.ts';
import { dispositionsWith, itemWithSources, noHazard, ownChangelog, withList } from '../../examples/with-anomalies.ts';

const listed = { ...itemWithSources(ownChangelog), ...withList() };
const matching = 'matching: { labels: [Fixed] }';

/** Shows classes of published anomalies that are bound to no list: what they hold for is told by their day alone. */
export const anomalyClass: Rule = {
  id: '62304/anomaly-class',
  title: 'A class of anomalies names what was judged',
  clause: '62304:7.1.3',
  classes: ['B', 'C'],
  severity: 'note',
  subject: 'item',
  why: 'A class that names its entries shows what somebody looked at. By its day alone nobody can tell that without the list of that day.',
  help: 'Run `tureen anomalies <item> --bind`, which writes the entries into it and judges nothing.',
  check: ({ anomalies: { dispositions, entries } }) =>
    (dispositions?.record.dispositions ?? []).flatMap((one, index) => {
      const held = one.matching === undefined || one.list !== undefined ? 0 : heldBy(entries, index);
      if (held === 0) return [];
      const message = `a class holds for ${counted(held, 'published anomaly', 'published anomalies')} by its day alone, ${one.on}`;
      return [{ message, place: { file: dispositions?.file ?? '', keyPath: ['dispositions', index, 'matching'] } }];
    }),
  examples: [
    {
      title: 'It names the entries, and the list',
      files: {
        ...listed,
        ...dispositionsWith(noHazard.replace('aa01bb02 }', `aa01bb02 }\n    ${matching}\n    list: aa01bb02`)),
      },
      says: [],
    },
    {
      title: 'It names labels alone',
      files: { ...listed, ...dispositionsWith(noHazard.replace('entries: { fix 1.3.1 aa: aa01bb02 }', matching)) },
      says: ['a class holds for 1 published anomaly by its day alone, 2026-11-12'],
    },
  ],
};

function heldBy(entries: ItemEntry['anomalies']['entries'], index: number): number {
  return entries.filter(({ standing }) => standing.kind === 'judged' && standing.met.index === index).length;
}
