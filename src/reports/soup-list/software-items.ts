import type { Block, Cell } from '../../model/document.ts';
import type { Dossier } from '../../model/dossier.ts';
import type { KeyPath } from '../../model/place.ts';
import type { SoftwareEntry } from '../../model/records/software-item.ts';
import type { Trace } from '../../model/trace.ts';
import { column } from '../entry-section.ts';
import { verifiedText } from './verified-text.ts';

/** The tree of software items: the class in force of each, its reason, and what segregates it (4.3, 5.3.5). */
export function softwareItemTree({ device: { file }, software, trace }: Dossier): readonly Block[] {
  if (software.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        column('Software item', 18),
        column('Part of', 14),
        column('Class', 10),
        column('Because', 34),
        column('Segregation', 24),
      ],
      rows: software.map((one, index) => {
        const at = (...keys: KeyPath) => ({ file, keyPath: ['softwareItems', index, ...keys] });
        return [
          { text: one.item.name, place: at() },
          partCell(one),
          { ...classCell(one), place: at('class') },
          { ...reasonCell(one), place: at('rationale') },
          { ...segregationCell(one, trace), place: at('segregation') },
        ];
      }),
    },
  ];
}

function partCell({ path }: SoftwareEntry): Cell {
  const around = path.slice(0, -1).map(({ name }) => name);
  return around.length === 0 ? { text: 'the device', tone: 'quiet' } : { text: around.join(' › ') };
}

function classCell({ class: inForce, classFrom }: SoftwareEntry): Cell {
  if (classFrom === 'nobody') return { text: `none: counts as ${inForce}`, tone: 'doubt' };
  return { text: classFrom === 'parent' ? `${inForce}, as its whole` : inForce };
}

function reasonCell({ item, classFrom }: SoftwareEntry): Cell {
  if (item.rationale !== undefined) return { text: item.rationale };
  return { text: classFrom === 'parent' ? 'the reason of its whole' : 'no reason is written', tone: 'quiet' };
}

function segregationCell({ item: { id, segregation } }: SoftwareEntry, trace: Trace): Cell {
  if (segregation === undefined) return { text: 'none stated', tone: 'quiet' };
  const { mechanism, evidence } = segregation;
  return evidence.length === 0
    ? { text: `${mechanism}; nothing shows that it works`, tone: 'doubt' }
    : { text: `${mechanism}\nshown by ${verifiedText(trace, id, evidence)}` };
}
