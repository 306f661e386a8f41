import { counted } from '../../../base/counted.ts';
import type { Dossier, ItemEntry } from '../../../model/dossier.ts';
import type { AnomalyEntry } from '../../../model/anomalies/item-anomalies.ts';
import type { Problem, Rule } from '../../../model/plugs/rule.ts';
import { namedFew } from '../../named-few.ts';
import {
  baseDeviceWithPlan,
  dispositionsWith,
  itemWithSources,
  noHazard,
  ownChangelog,
  withList,
} from '../../examples/with-anomalies.ts';

const ofClass = noHazard.replace('entries: { fix 1.3.1 aa: aa01bb02 }', 'matching: { labels: [Fixed] }');
const listed = { ...itemWithSources(ownChangelog), ...withList() };

const four = ['1.3.1', '1.3.2', '1.3.3', '1.3.4'].map((version) => ({ id: `fix ${version} aa`, fixedIn: version }));
const sampled = (answer: string) => ({
  ...itemWithSources(ownChangelog),
  ...withList({ told: four }),
  ...baseDeviceWithPlan,
  ...dispositionsWith(
    `sample: { above: 3, take: 2, of: 4, list: aa01bb02, entries: [fix 1.3.3 aa, fix 1.3.4 aa], by: ada, on: 2026-11-12 }\n${noHazard
      .replace('{ fix 1.3.1 aa: aa01bb02 }', '{ fix 1.3.3 aa: aa01bb02, fix 1.3.4 aa: aa01bb02 }')
      .replace('no-hazard', answer)}`,
  ),
});

/** Asks what each published anomaly that concerns the version in use means for the device. */
export const anomalyDisposition: Rule = {
  id: '62304/anomaly-disposition',
  title: 'Published anomalies are judged',
  clause: '62304:7.1.3',
  classes: ['B', 'C'],
  severity: 'error',
  subject: 'item',
  why: 'A list that nobody judged is no evaluation: each anomaly does not concern us, harms nobody, or belongs into the risk file.',
  help: 'See `tureen anomalies --open`, and judge with `tureen anomalies <item> --answer …`; `--confirm` says again what was judged before and still holds.',
  restsOn: ['soup-item', 'risks', 'anomaly-list', 'dispositions'],
  check: (item, dossier) => [...unjudged(item), ...dangling(item, dossier), ...unused(item)],
  examples: [
    { title: 'The fix of a later version is judged', files: { ...listed, ...dispositionsWith(noHazard) }, says: [] },
    {
      title: 'Nobody has judged it; fixes of the version in use need no judgement',
      files: listed,
      says: ['1 published anomaly has no disposition: fix 1.3.1 aa'],
    },
    {
      title: 'It was judged for another version, or with another text',
      files: { ...listed, ...dispositionsWith(noHazard.replace('1.3.0', '1.2.0')) },
      says: ['1 published anomaly is to be judged again: fix 1.3.1 aa, it was not judged for 1.3.0'],
    },
    {
      title: 'A class of entries is judged as it stood that day',
      files: {
        ...listed,
        ...dispositionsWith(ofClass.replace('11-12', '11-09')),
      },
      says: [
        '1 published anomaly is to be judged again: fix 1.3.1 aa, it came or changed on 2026-11-10, after the class was judged',
      ],
    },
    {
      title: 'A class is known by its day alone, and an entry came on that day',
      files: { ...listed, ...dispositionsWith(ofClass.replace('11-12', '11-10')) },
      says: [
        '1 published anomaly is to be judged again: fix 1.3.1 aa, it came or changed on 2026-11-10, the day on which the class was judged, and nothing tells whether it was seen',
      ],
    },
    {
      title: 'A class that names the entries that it was judged on, and the list',
      files: {
        ...listed,
        ...dispositionsWith(
          noHazard
            .replace('aa01bb02 }', 'aa01bb02 }\n    matching: { labels: [Fixed] }\n    list: aa01bb02')
            .replace('11-12', '11-10'),
        ),
      },
      says: [],
    },
    {
      title: 'A class that names its entries is about no other',
      files: {
        ...itemWithSources(ownChangelog),
        ...withList({
          told: [
            { id: 'fix 1.3.1 aa', fixedIn: '1.3.1' },
            { id: 'fix 1.3.2 bb', fixedIn: '1.3.2' },
          ],
        }),
        ...dispositionsWith(
          noHazard.replace('aa01bb02 }', 'aa01bb02 }\n    matching: { labels: [Fixed] }\n    list: aa01bb02'),
        ),
      },
      says: ['1 published anomaly has no disposition: fix 1.3.2 bb'],
    },
    {
      title: 'A class that was judged on a list of before, from which an entry has gone',
      files: {
        ...listed,
        ...dispositionsWith(
          noHazard.replace(
            'aa01bb02 }',
            'aa01bb02, issue 9: aa01bb02 }\n    matching: { labels: [Fixed] }\n    list: dd01ee02',
          ),
        ),
      },
      says: [],
    },
    {
      title: 'A disposition that is dated ahead',
      files: { ...listed, ...dispositionsWith(noHazard.replace('2026', '2027')) },
      says: [
        '1 published anomaly is to be judged again: fix 1.3.1 aa, its disposition is dated 2027-11-12, which is still to come',
      ],
    },
    { title: 'The sample that the plan draws is judged', files: sampled('no-hazard'), says: [] },
    {
      title: 'A hazard among those that were drawn: the sample stands for nothing',
      files: sampled('hazard\n    failureModes: [FM-PAD-1]'),
      says: ['2 published anomalies have no disposition: fix 1.3.1 aa, fix 1.3.2 aa'],
    },
    {
      title: 'It names a failure mode, a risk and an entry that there are not',
      files: {
        ...listed,
        ...dispositionsWith(
          noHazard
            .replace('aa01bb02 }', 'aa01bb02, issue 9: aa01bb02 }')
            .replace('no-hazard', 'hazard\n    failureModes: [FM-PAD-9]\n    risks: [RISK-9]'),
        ),
      },
      says: [
        'FM-PAD-9 is no failure mode of the record',
        'RISK-9 is not in the risk file',
        'the list holds no "issue 9", which a disposition is about',
      ],
    },
  ],
};

function unjudged({ anomalies, filed }: ItemEntry): readonly Problem[] {
  const { entries, list, dispositions } = anomalies;
  const place = { file: list?.file ?? filed.file, keyPath: ['entries'] };
  const open = entries.filter(({ standing }) => standing.kind === 'open');
  const again = entries.flatMap((entry) =>
    entry.standing.kind === 'again' ? [{ entry, standing: entry.standing }] : [],
  );
  const changed = again[0]?.standing;
  return [
    ...(open.length === 0
      ? []
      : [{ message: `${many(open.length, 'has', 'have')} no disposition: ${namedFew(open.map(idOf))}`, place }]),
    ...(changed === undefined
      ? []
      : [
          {
            message: `${many(again.length, 'is', 'are')} to be judged again: ${namedFew(again.map(({ entry }) => idOf(entry)))}, ${changed.changed}`,
            place: {
              file: dispositions?.file ?? filed.file,
              keyPath: ['dispositions', changed.met.index],
            },
          },
        ]),
  ];
}

function idOf({ anomaly }: AnomalyEntry): string {
  return anomaly.id;
}

function many(count: number, verb: string, verbs: string): string {
  return `${counted(count, 'published anomaly', 'published anomalies')} ${count === 1 ? verb : verbs}`;
}

function dangling({ anomalies: { dispositions }, filed }: ItemEntry, { riskFile }: Dossier): readonly Problem[] {
  if (dispositions === undefined) return [];
  const { failureModes } = filed.record;
  const known = {
    failureModes: new Set(failureModes.map(({ id }) => id)),
    risks: new Set(riskFile?.record.risks.map(({ id }) => id)),
    controls: new Set([
      ...failureModes.flatMap(({ controls }) => controls.map(({ id }) => id)),
      ...(riskFile?.record.risks.flatMap(({ controls }) => controls.map(({ id }) => id)) ?? []),
    ]),
  };
  const says = {
    failureModes: 'is no failure mode of the record',
    risks: 'is not in the risk file',
    controls: 'is no control of the records',
  };
  return dispositions.record.dispositions.flatMap((disposition, index) =>
    (['failureModes', 'risks', 'controls'] as const).flatMap((key) =>
      disposition[key].flatMap((id, at) =>
        known[key].has(id)
          ? []
          : [
              {
                message: `${id} ${says[key]}`,
                place: { file: dispositions.file, keyPath: ['dispositions', index, key, at] },
              },
            ],
      ),
    ),
  );
}

function unused({ anomalies: { unknown, dispositions } }: ItemEntry): readonly Problem[] {
  if (dispositions === undefined) return [];
  return unknown.map(({ index, id }) => ({
    message: `the list holds no "${id}", which a disposition is about`,
    place: { file: dispositions.file, keyPath: ['dispositions', index, 'entries', id] },
    help: 'Correct the id; an entry that has gone from the list needs no disposition.',
  }));
}
