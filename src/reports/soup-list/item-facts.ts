import { counted } from '../../base/counted.ts';
import type { Block, Cell, Tone } from '../../model/document.ts';
import type { Dossier, ItemEntry } from '../../model/dossier.ts';
import type { LicenceOutcome } from '../../model/licences/licence-verdict.ts';
import type { SoupItem } from '../../model/records/soup-item.ts';
import { below, placeIn } from '../cells.ts';
import { findingsInBrief } from '../evaluation-brief.ts';
import { inheritsRows, judgementRows, usedByRows } from './judgement-rows.ts';
import type { NotWritten } from './missing.ts';
import { fitText, licenceText, manufacturerText, safetyPathText, systemText } from '../soup-item-texts.ts';
import { personName } from '../person-name.ts';

/** What is known and judged of one SOUP item, a line each; what is missing says so. */
export function itemFacts(item: ItemEntry, dossier: Dossier, notWritten: NotWritten): Block {
  const written = (key: keyof SoupItem, text: string | undefined): Cell => {
    const place = placeIn(item.filed, key);
    return text === undefined ? notWritten(place) : { text, place };
  };
  const { record } = item.filed;
  const rows: readonly (readonly [string, readonly Cell[]])[] = [
    ['Title', [written('title', record.title)]],
    ['Manufacturer', [written('manufacturer', manufacturerText(record))]],
    ['Unique designator', [{ text: record.soup, code: true, place: placeIn(item.filed, 'soup') }]],
    ['Versions in use', versionCells(item, dossier)],
    ['Safety class', [item.class === undefined ? { text: 'none: counts as C', tone: 'doubt' } : { text: item.class }]],
    ['Software items', [softwareItemsCell(item)]],
    ...usedByRows(item, notWritten),
    ...inheritsRows(item),
    ['Owner', [written('owner', record.owner && personName(dossier, record.owner))]],
    ['Purpose', [written('purpose', record.purpose)]],
    ['Safety path', [written('safetyPath', safetyPathText(record))]],
    ['System requirements', [written('system', systemText(record))]],
    ...(item.fits.length === 0 ? [] : [['Fit of the system (5.3.6 c)', fitCells(item)] as const]),
    ...judgementRows(item, notWritten, (id) => personName(dossier, id)),
    [
      'Licence judgement',
      [
        written(
          'licence',
          licenceText(record, (id) => personName(dossier, id)),
        ),
      ],
    ],
    ['Licence as stated', [statedLicenceCell(item)]],
    ['Licence verdict', licenceCells(item, dossier)],
    ['Covers', coverCells(item)],
    ['Findings, own versions', [findingsInBrief(dossier.evaluation, purlsOf(item.own))]],
    [
      'Findings, covered',
      [
        item.covered.length === 0
          ? { text: 'covers nothing', tone: 'quiet' }
          : findingsInBrief(dossier.evaluation, purlsOf(item.covered)),
      ],
    ],
    ...(record.notes === undefined ? [] : [['Notes', [written('notes', record.notes)]] as const]),
  ];
  return { kind: 'facts', rows: rows.map(([label, cells]) => ({ label, cells })) };
}

function fitCells({ filed, fits }: ItemEntry): readonly Cell[] {
  const tones = { fits: 'good', misfit: 'bad', open: 'doubt' } as const;
  return below(
    fits.map((fit) => ({
      text: fitText(fit),
      tone: tones[fit.result],
      place: { file: filed.file, keyPath: fit.keyPath },
    })),
  );
}

/** Each version in use, approved or stale, then what else the record approves. */
function versionCells({ filed, own }: ItemEntry, dossier: Dossier): readonly Cell[] {
  const used = own.map(({ component: { version } }): Cell => {
    const place = placeIn(filed, 'approved');
    if (version === undefined) return { text: 'a version that no file tells', tone: 'bad', place };
    const index = filed.record.approved.findIndex((approval) => approval.version === version);
    const approval = filed.record.approved[index];
    if (approval === undefined)
      return { text: `${version}: not approved, so this judgement is stale for it`, tone: 'bad', place };
    return {
      text: `${version}: approved by ${personName(dossier, approval.by)} on ${approval.on}${because(approval.reason)}`,
      tone: 'good',
      place: placeIn(filed, 'approved', index),
    };
  });
  const others = filed.record.approved.flatMap((approval, index): Cell[] =>
    own.some(({ component }) => component.version === approval.version)
      ? []
      : [
          {
            text: `${approval.version}: approved on ${approval.on}, not in use`,
            tone: 'quiet',
            place: placeIn(filed, 'approved', index),
          },
        ],
  );
  const none: readonly Cell[] = [{ text: 'none: no version of this package is in the inventory', tone: 'doubt' }];
  return below([...(used.length === 0 ? none : used), ...others]);
}

function softwareItemsCell({ own, covered }: ItemEntry): Cell {
  const names = new Set([...own, ...covered].flatMap(({ claimedBy }) => claimedBy.map(({ name }) => name)));
  return names.size === 0 ? { text: 'none claims it', tone: 'doubt' } : { text: [...names].toSorted().join(', ') };
}

function statedLicenceCell({ own }: ItemEntry): Cell {
  const stated = [
    ...new Set(own.flatMap(({ component }) => component.licences.map(({ expression }) => expression))),
  ].toSorted();
  return stated.length === 0 ? { text: 'not told by any file', tone: 'quiet' } : { text: stated.join(', ') };
}

/** One line for each software item that the item is used in; versions of which the same holds share it. */
function licenceCells({ own }: ItemEntry, { licensing }: Dossier): readonly Cell[] {
  const judged = licensing.judged.filter(({ entry }) => own.includes(entry));
  const cells = judged.map(({ softwareItem, verdict, opinion }): Cell => {
    const owed = verdict.obligations.length === 0 ? '' : `: ${verdict.obligations.join(', ')}`;
    const missing = verdict.missing.length === 0 ? '' : `; not stated: ${verdict.missing.join(', ')}`;
    const read =
      verdict.outcome === 'needs-legal-review' && opinion !== undefined ? `; opinion ${opinion.document}` : '';
    const text = `${softwareItem?.name ?? 'no software item'}: ${verdict.outcome.replaceAll('-', ' ')}${owed}${missing}${read}`;
    return { text, tone: toneOf(verdict.outcome, opinion !== undefined) };
  });
  const told = [...new Map(cells.map((cell) => [cell.text, cell])).values()];
  return told.length === 0 ? [{ text: 'nothing of it ships', tone: 'quiet' }] : below(told);
}

function toneOf(outcome: LicenceOutcome, hasOpinion: boolean): Tone {
  if (outcome === 'not-allowed') return 'bad';
  if (outcome === 'undetermined') return 'doubt';
  return outcome === 'needs-legal-review' && !hasOpinion ? 'doubt' : 'plain';
}

function coverCells({ filed, covered }: ItemEntry): readonly Cell[] {
  if (filed.record.covers.length === 0)
    return [{ text: 'nothing besides its own package', place: placeIn(filed, 'covers') }];
  const cells = filed.record.covers.map((cover, index): Cell => {
    const count = covered.filter(({ account }) => account.kind === 'covered' && account.cover === index).length;
    const many =
      filed.record.status === 'draft'
        ? 'nothing until the draft is confirmed; proposed: all'
        : counted(count, 'component');
    return {
      text: `${many} ${whatIsCovered(cover)}: ${cover.reason}${pathText(cover)}`,
      place: placeIn(filed, 'covers', index),
      tone: count === 0 ? 'doubt' : 'plain',
    };
  });
  return below(cells);
}

function whatIsCovered(cover: SoupItem['covers'][number]): string {
  if (!('packages' in cover)) return 'that it brings in';
  return `matching ${cover.packages}${cover.dependencies === undefined ? '' : ', or brought in by what does'}`;
}

function pathText({ safetyPath }: SoupItem['covers'][number]): string {
  return safetyPath === undefined ? '' : `; ${safetyPath.on ? 'on' : 'not on'} the safety path: ${safetyPath.reason}`;
}

function purlsOf(entries: ItemEntry['own']): ReadonlySet<string> {
  return new Set(entries.map(({ component }) => component.purl));
}

function because(reason: string | undefined): string {
  return reason === undefined ? '' : `: ${reason}`;
}
