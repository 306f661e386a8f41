import { compareText } from '../../../base/compare.ts';
import type { ItemEntry } from '../../../model/dossier.ts';
import type { Problem, Rule } from '../../../model/plugs/rule.ts';
import {
  baseDeviceWithPlan,
  dispositionsWith,
  itemWithSources,
  ownChangelog,
  withList,
} from '../../examples/with-anomalies.ts';

const told = ['1.3.1', '1.3.2', '1.3.3', '1.3.4'].map((version) => ({ id: `fix ${version} aa`, fixedIn: version }));
const listed = { ...itemWithSources(ownChangelog), ...withList({ told }), ...baseDeviceWithPlan };
const listHash = /"hash": "(sha256:[0-9a-f]{64})"/.exec(listed['soup/anomalies/npm-left-pad.json'] ?? '')?.[1] ?? '';
const sample = (entries: string, of = 4, take = 2) =>
  dispositionsWith(
    `sample: { above: 3, take: ${take}, of: ${of}, list: '${listHash}', entries: [${entries}], by: ada, on: 2026-11-12 }`,
  );

/** Asks that a sample of a long list is the one that the plan draws, from the list that is there. */
export const anomalySample: Rule = {
  id: '62304/anomaly-sample',
  title: 'A sample of anomalies follows the plan',
  clause: '62304:7.1.3',
  classes: ['B', 'C'],
  severity: 'error',
  subject: 'item',
  why: 'A sample that was chosen by hand shows what somebody wanted to see. The plan says beforehand how many, and the content of the list says which.',
  help: 'State the sample that the plan draws with `tureen anomalies <item> --draw --by <person>`, or judge every entry and take it out.',
  check: (item) => problems(item),
  examples: [
    { title: 'The drawn entries are stated', files: { ...listed, ...sample('fix 1.3.3 aa, fix 1.3.4 aa') }, says: [] },
    { title: 'No sample is stated: every entry is asked for', files: listed, says: [] },
    {
      title: 'Other entries than those that are drawn',
      files: { ...listed, ...sample('fix 1.3.4 aa, fix 1.3.2 aa') },
      says: ['the sample holds fix 1.3.2 aa, which were not drawn, and lacks fix 1.3.3 aa'],
    },
    {
      title: 'A smaller sample, of another list',
      files: { ...listed, ...sample('fix 1.3.3 aa', 9, 1) },
      says: [
        'the sample takes 1 of lists above 3, the plan 2 of lists above 3',
        'the sample is one of 9 relevant entries, the list has 4',
        'the sample lacks fix 1.3.4 aa',
      ],
    },
    {
      title: 'A sample although no rule of the plan allows one',
      files: { ...itemWithSources(ownChangelog), ...withList({ told }), ...sample('fix 1.3.3 aa, fix 1.3.4 aa') },
      says: ['a sample is stated, but by the plan in tureen.yaml every entry of this list is judged'],
    },
  ],
};

function problems({ anomalies: { dispositions, sample: due, list } }: ItemEntry): readonly Problem[] {
  const stated = dispositions?.record.sample;
  if (dispositions === undefined || stated === undefined) return [];
  const place = (key: string) => ({ file: dispositions.file, keyPath: ['sample', key] });
  if (due === undefined || list === undefined)
    return [
      {
        message: 'a sample is stated, but by the plan in tureen.yaml every entry of this list is judged',
        place: place('above'),
        help: 'Take the sample out, or write the rule under anomalyLists.sampling.',
      },
    ];
  const { rule, of, drawn } = due;
  const extra = stated.entries.filter((id) => !drawn.includes(id)).toSorted(compareText);
  const lacking = drawn.filter((id) => !stated.entries.includes(id));
  const words = [
    ...(extra.length > 0 ? [`holds ${extra.join(', ')}, which were not drawn`] : []),
    ...(lacking.length > 0 ? [`lacks ${lacking.join(', ')}`] : []),
  ];
  const isOfList = list.record.hash.replace('sha256:', '').startsWith(stated.list.replace('sha256:', ''));
  return [
    ...(stated.above === rule.above && stated.take === rule.take
      ? []
      : [
          {
            message: `the sample takes ${stated.take} of lists above ${stated.above}, the plan ${rule.take} of lists above ${rule.above}`,
            place: place('take'),
          },
        ]),
    ...(stated.of === of
      ? []
      : [{ message: `the sample is one of ${stated.of} relevant entries, the list has ${of}`, place: place('of') }]),
    ...(isOfList
      ? []
      : [
          {
            message: `the sample was drawn from another list than that of ${list.record.frozen}`,
            place: place('list'),
          },
        ]),
    ...(words.length === 0 ? [] : [{ message: `the sample ${words.join(', and ')}`, place: place('entries') }]),
  ];
}
