import { filtersOf } from '../../../base/anomalies/filters-of.ts';
import { counted } from '../../../base/counted.ts';
import { daysBetween } from '../../../base/day.ts';
import { mayContribute } from '../../../base/anomalies/anomaly-state.ts';
import type { Dossier, ItemEntry } from '../../../model/dossier.ts';
import type { Problem, Rule } from '../../../model/plugs/rule.ts';
import { namedFew } from '../../named-few.ts';
import { itemWithSources, ownChangelog, withList } from '../../examples/with-anomalies.ts';

/** Asks for a frozen list of anomalies that is of the version in use, as it was fetched, and not too old. */
export const anomalyList: Rule = {
  id: '62304/anomaly-list',
  title: 'Published anomalies are kept as they were read',
  clause: '62304:7.1.3',
  classes: ['B', 'C'],
  severity: 'error',
  subject: 'item',
  why: 'Pages of those who make an item change and vanish. Only a list that was kept, with question, date and hash, proves what was known when it was judged.',
  settings: [{ key: 'anomalyLists.everyDays', otherwise: '180', means: 'how many days old a list may be' }],
  help: 'Run `tureen sync --anomalies`, judge what is new, and commit soup/anomalies.',
  restsOn: ['anomaly-list'],
  check: (item, dossier) =>
    mayContribute(item) && item.own.length > 0 ? [...ofList(item, dossier), ...ofArgument(item, dossier)] : [],
  examples: [
    {
      title: 'The list is of the version in use',
      files: { ...itemWithSources(ownChangelog), ...withList() },
      says: [],
    },
    {
      title: 'Nothing was ever fetched',
      files: itemWithSources(ownChangelog),
      says: ['its published anomalies were never frozen'],
    },
    {
      title: 'The list is old, of another version, and was changed by hand',
      files: {
        ...itemWithSources(ownChangelog),
        ...withList({ frozen: '2026-01-10', versions: ['1.2.0'], hash: 'sha256:00' }),
      },
      says: [
        'the list of its published anomalies is not as it was fetched: its content has another hash',
        'the list of its published anomalies is of 2026-01-10, 309 days old; one is promised every 180 days',
        'the list of its published anomalies was fetched for 1.2.0, in use is 1.3.0',
      ],
    },
    {
      title: 'The list is not whole',
      files: { ...itemWithSources(ownChangelog), ...withList({}, true) },
      says: ['the list of its published anomalies is cut off: there is more than was fetched from docs/left-pad.md'],
    },
    {
      title: 'The record asks another source',
      files: { ...itemWithSources('{ kind: changelog, file: docs/other.md }'), ...withList() },
      says: ['the list of its published anomalies does not hold what the record asks for: docs/other.md'],
    },
    {
      title: 'It is said that nothing is published, without argument',
      files: itemWithSources('{ kind: unpublished }'),
      says: ['it is said that its anomalies are published nowhere, but not why, by whom and on which day'],
    },
  ],
};

function ofList(item: ItemEntry, { today, device }: Dossier): readonly Problem[] {
  const { filed, own, anomalies } = item;
  const wanted = filed.record.anomalySources.flatMap((source) =>
    source.kind === 'attachment' || source.kind === 'unpublished' ? [] : [filtersOf(source)],
  );
  if (wanted.length === 0) return [];
  const { list } = anomalies;
  if (list === undefined)
    return [
      {
        message: 'its published anomalies were never frozen',
        place: { file: filed.file, keyPath: ['anomalySources'] },
      },
    ];
  const { frozen, versions, sources } = list.record;
  const place = (key: string) => ({ file: list.file, keyPath: [key] });
  const age = daysBetween(frozen, today);
  const everyDays = device.record.anomalyLists?.everyDays ?? usualDays;
  const inUse = [...new Set(own.flatMap(({ component }) => component.version ?? []))];
  const other = inUse.filter((version) => !versions.includes(version));
  const held = new Set(sources.map(({ filters }) => filters));
  const unasked = wanted.filter((filters) => !held.has(filters));
  const called = 'the list of its published anomalies';
  const cut = sources.filter(({ truncated }) => truncated).map(({ filters }) => filters);
  return [
    ...(anomalies.intact
      ? []
      : [{ message: `${called} is not as it was fetched: its content has another hash`, place: place('hash') }]),
    ...(age > everyDays
      ? [{ message: `${called} is of ${frozen}, ${tooOld(age, everyDays)}`, place: place('frozen') }]
      : []),
    ...(other.length === 0
      ? []
      : [
          {
            message: `${called} was fetched for ${versions.join(', ') || 'no version'}, in use is ${other.join(', ')}`,
            place: place('versions'),
          },
        ]),
    ...(cut.length === 0
      ? []
      : [
          {
            message: `${called} is cut off: there is more than was fetched from ${namedFew(cut)}`,
            place: place('sources'),
            help: 'Narrow the source by labels or sinceDate, and fetch it anew.',
          },
        ]),
    ...(unasked.length === 0
      ? []
      : [
          {
            message: `${called} does not hold what the record asks for: ${namedFew(unasked)}`,
            place: place('sources'),
          },
        ]),
  ];
}

function ofArgument({ filed: { file, record } }: ItemEntry, { today, device }: Dossier): readonly Problem[] {
  const everyDays = device.record.anomalyLists?.everyDays ?? usualDays;
  return record.anomalySources.flatMap((source, index): Problem[] => {
    if (source.kind !== 'unpublished') return [];
    const place = { file, keyPath: ['anomalySources', index] };
    const lacks = [
      ...(source.reason === undefined ? ['why'] : []),
      ...(source.by === undefined ? ['by whom'] : []),
      ...(source.on === undefined ? ['on which day'] : []),
    ];
    const said = 'it is said that its anomalies are published nowhere';
    const help = 'Write reason, by and on: who looked where, and when.';
    if (lacks.length > 0) return [{ message: `${said}, but not ${inWords(lacks)}`, place, help }];
    const age = daysBetween(source.on ?? today, today);
    return age > everyDays
      ? [
          {
            message: `${said} as of ${source.on}, ${tooOld(age, everyDays)}`,
            place,
            help: 'Look again, and write the day.',
          },
        ]
      : [];
  });
}

const usualDays = 180;

function tooOld(age: number, everyDays: number): string {
  return `${counted(age, 'day')} old; one is promised every ${counted(everyDays, 'day')}`;
}

function inWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
