import { counted } from '../../../base/counted.ts';
import { daysBetween } from '../../../base/day.ts';
import type { Problem, Rule } from '../../../model/plugs/rule.ts';
import { itemWithSources } from '../../examples/with-anomalies.ts';

const errata = 'docs/left-pad-errata.txt';
// The sha256 of the text "No known errata".
const sha256 = 'e79c583df579faedbc3d771601d84e1e01408a6d2397f05e3ff9917e4e43499d';
const document = (hash: string, versions = '[1.3.0]', received = '2026-11-01') =>
  `{ kind: attachment, file: ${errata}, sha256: '${hash}', versions: ${versions}, received: ${received}, source: mail${
    received.startsWith('2026') ? ', evaluated: { outcome: It lists nothing, by: ada, on: 2026-11-02 }' : ''
  } }`;
const evaluate =
  'Write evaluated with outcome, by and on; a document that can contribute to harm names failureModes or risks.';

/** Asks that a supplier's document is there, is the one that was received, and speaks of the version in use. */
export const anomalyAttachment: Rule = {
  id: '62304/anomaly-attachment',
  title: "A supplier's document of anomalies is the one that was received",
  clause: '62304:7.1.3',
  classes: ['B', 'C'],
  severity: 'error',
  subject: 'item',
  why: 'A document is proof only while it is the same, and only of the versions that it speaks of.',
  help: 'Put the document back as it was received, or write sha256, versions and received of the new one.',
  check: ({ filed: { file, record }, own, anomalies }, { today, device, riskFile }) => {
    const modes = new Set(record.failureModes.map(({ id }) => id));
    const risks = new Set(riskFile?.record.risks.map(({ id }) => id));
    const everyDays = device.record.anomalyLists?.everyDays ?? 180;
    const inUse = [...new Set(own.flatMap(({ component }) => component.version ?? []))];
    return record.anomalySources.flatMap((source, index): Problem[] => {
      if (source.kind !== 'attachment') return [];
      const place = (key: string) => ({ file, keyPath: ['anomalySources', index, key] });
      const found = anomalies.attached.find((one) => one.file === source.file)?.sha256;
      const age = daysBetween(source.received, today);
      const other = inUse.filter((version) => !source.versions.includes(version));
      const called = source.file;
      const named = [
        ...(source.evaluated?.failureModes ?? []).filter((id) => !modes.has(id)),
        ...(source.evaluated?.risks ?? []).filter((id) => !risks.has(id)),
      ];
      return [
        ...(found === undefined ? [{ message: `there is no file ${called}`, place: place('file') }] : []),
        ...(found === undefined || found === source.sha256
          ? []
          : [
              {
                message: `${called} is not the document that was received: its sha256 is ${found}`,
                place: place('sha256'),
              },
            ]),
        ...(source.evaluated === undefined
          ? [{ message: `nobody says what ${called} means for the device`, place: place('file'), help: evaluate }]
          : []),
        ...named.map((id) => ({
          message: `${id}, which ${called} is said to lead to, is in no record`,
          place: place('evaluated'),
          help: 'Correct the id, or write the failure mode or risk.',
        })),
        ...(other.length === 0
          ? []
          : [
              {
                message: `${called} speaks of ${source.versions.join(', ')}, in use is ${other.join(', ')}`,
                place: place('versions'),
              },
            ]),
        ...(age > everyDays
          ? [
              {
                message: `${called} was received ${counted(age, 'day')} ago; a list is promised every ${counted(everyDays, 'day')}`,
                place: place('received'),
              },
            ]
          : []),
      ];
    });
  },
  examples: [
    {
      title: 'The document is there',
      files: { ...itemWithSources(document(sha256)), [errata]: 'No known errata' },
      says: [],
    },
    {
      title: 'It is said to lead to a failure mode that there is not',
      files: {
        ...itemWithSources(document(sha256).replace('It lists nothing', 'E-1 cuts texts, failureModes: [FM-PAD-9]')),
        [errata]: 'No known errata',
      },
      says: [`FM-PAD-9, which ${errata} is said to lead to, is in no record`],
    },
    {
      title: 'The document is gone',
      files: itemWithSources(document(sha256)),
      says: [`there is no file ${errata}`],
    },
    {
      title: 'Another document, an old one, of another version',
      files: {
        ...itemWithSources(document('0'.repeat(64), '[1.2.0]', '2025-11-15')),
        [errata]: 'No known errata',
      },
      says: [
        `${errata} is not the document that was received: its sha256 is ${sha256}`,
        `nobody says what ${errata} means for the device`,
        `${errata} speaks of 1.2.0, in use is 1.3.0`,
        `${errata} was received 365 days ago; a list is promised every 180 days`,
      ],
    },
  ],
};
