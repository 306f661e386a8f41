import { counted } from '../base/counted.ts';
import { dayInWords } from '../base/day.ts';
import type { Document } from '../model/document.ts';
import type { Dossier } from '../model/dossier.ts';
import type { Report } from '../model/plugs/report.ts';
import { componentSection, ownPackageSection, redListSection, toolSection } from './soup-list/components.ts';
import { evaluationInBrief } from './evaluation-brief.ts';
import { fileSection } from './soup-list/files.ts';
import { itemSection } from './soup-list/items.ts';
import { riskSection } from './soup-list/risks.ts';
import { summarySection } from './soup-list/summary.ts';
import { waiverSection } from './soup-list/waivers.ts';

/** The SOUP list of a device: every component of its files, and what people have judged about it. */
export const soupList: Report = {
  name: 'soup-list',
  title: 'SOUP list',
  purpose:
    'For the auditor and the technical file: each component of the product, where it was found, how it is accounted for, and the record of each SOUP item.',
  reads: 'imports',
  compose: (dossier, diagnostics): Document => ({
    title: 'SOUP list',
    subtitle: subtitleOf(dossier),
    facts: factsOf(dossier),
    orientation: 'landscape',
    blocks: [
      ...summarySection(dossier),
      ...itemSection(dossier, diagnostics),
      ...riskSection(dossier),
      ...componentSection(dossier),
      ...toolSection(dossier),
      ...ownPackageSection(dossier),
      ...redListSection(dossier),
      ...waiverSection(dossier),
      ...fileSection(dossier),
    ],
  }),
};

function subtitleOf({ device }: Dossier): string {
  const { name, version } = device.record.device;
  return version === undefined ? name : `${name} ${version}`;
}

function factsOf({ device, software, today, todayHeldBy, entries, items, evaluation }: Dossier): Document['facts'] {
  const { name, version, manufacturer, mdrClass } = device.record.device;
  const classes = [...new Set(software.map((one) => one.class))].toSorted();
  const drafts = items.filter(({ filed }) => filed.record.status === 'draft').length;
  const redList = entries.filter(({ account }) => account.kind === 'unaccounted').length;
  return [
    { label: 'Device', value: name },
    { label: 'Version', value: version ?? 'not told' },
    { label: 'Manufacturer', value: manufacturer },
    { label: 'MDR class', value: mdrClass ?? 'not told' },
    { label: 'Safety classes (62304)', value: classes.join(', ') || 'no software item is classified: counts as C' },
    { label: 'Looked at on', value: dayInWords(today, todayHeldBy) },
    { label: 'Published anomalies', value: evaluationInBrief(evaluation, today) },
    { label: 'Components', value: `${entries.length}, of which ${redList} on the red list` },
    { label: 'SOUP items', value: `${counted(items.length, 'record')}, of which ${counted(drafts, 'draft')}` },
  ];
}
