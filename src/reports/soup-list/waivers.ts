import type { Block } from '../../model/document.ts';
import type { Dossier } from '../../model/dossier.ts';
import { waiverReasons } from '../../model/records/waiver.ts';
import { personName } from '../person-name.ts';

/** What is left undone on purpose, by whom, why and until when; nothing where nobody has waived anything. */
export function waiverSection(dossier: Dossier): readonly Block[] {
  const { waivers, today } = dossier;
  if (waivers === undefined || waivers.record.waivers.length === 0) return [];
  return [
    { kind: 'heading', level: 1, text: 'Waivers' },
    {
      kind: 'paragraph',
      cells: [
        {
          text: 'What the rules ask and a person has left undone on purpose. After its last day a waiver holds no more.',
        },
      ],
    },
    {
      kind: 'table',
      columns: [
        { title: 'Rule', width: 16 },
        { title: 'Of', width: 20 },
        { title: 'Reason', width: 44 },
        { title: 'Decided', width: 12 },
        { title: 'Until', width: 8 },
      ],
      rows: waivers.record.waivers.map(({ rule, packages, anomalies, files, reason, text, by, on, until }, index) => [
        { text: rule, code: true, place: { file: waivers.file, keyPath: ['waivers', index] } },
        {
          text:
            [anomalies?.join(', '), packages, files].filter((part) => part !== undefined).join(' in ') || 'everything',
        },
        { text: `${text}\n(${reason}: ${waiverReasons[reason]})` },
        { text: `${personName(dossier, by)}\n${on}` },
        { text: until < today ? `${until}, over` : until, tone: until < today ? 'bad' : 'plain' },
      ]),
    },
  ];
}
