import { obligationTexts } from '../base/licences/knowledge/obligation-texts.ts';
import type { Block, Cell } from '../model/document.ts';
import type { Dossier } from '../model/dossier.ts';
import type { JudgedLicence } from '../model/licences/licensing.ts';
import type { ObligationKind } from '../model/licences/licence-verdict.ts';
import type { Report } from '../model/plugs/report.ts';
import { front } from './attribution/front.ts';
import { nameText, shipped, type Shipped } from './attribution/shipped.ts';

/** The list of archives whose source has to be there when somebody asks. */
export const sourceOffer: Report = {
  name: 'source-offer',
  title: 'Source offer',
  purpose:
    'For who keeps the sources that licences oblige to offer: the exact archives with their addresses and hashes, by component.',
  reads: 'licence-files',
  compose: (dossier) => {
    const all = shipped(dossier);
    const owed = all.flatMap((one) => owedFor(dossier, one));
    const told = owed.filter(({ kinds }) => kinds.length > 0);
    return { title: 'Source offer', ...front(dossier, all), blocks: [...section(told), ...undecided(all)] };
  },
};

const sourceKinds: ReadonlySet<ObligationKind> = new Set([
  'source-offer',
  'written-offer',
  'network-source',
  'relinking',
  'share-changes',
]);

type Owed = { readonly shipped: Shipped; readonly kinds: readonly ObligationKind[]; readonly surely: boolean };

function owedFor({ licensing }: Dossier, one: Shipped): readonly Owed[] {
  const judged = licensing.judged.filter(({ entry }) => entry === one.entry);
  const kindsIn = (pick: (verdict: JudgedLicence['verdict']) => readonly ObligationKind[]) =>
    judged.flatMap(({ verdict }) => pick(verdict)).filter((kind) => sourceKinds.has(kind));
  const sure = kindsIn(({ obligations }) => obligations);
  const kinds = [...new Set([...sure, ...kindsIn(({ conditional }) => conditional)])].toSorted();
  return [{ shipped: one, kinds, surely: sure.length > 0 }];
}

const columns = [
  { title: 'Component', width: 3 },
  { title: 'Licence', width: 2 },
  { title: 'Archive and hashes', width: 6 },
];

function section(owed: readonly Owed[]): readonly Block[] {
  if (owed.length === 0)
    return [
      { kind: 'notice', tone: 'good', text: 'No component that is delivered is under a licence that asks for source.' },
    ];
  const kinds = [...new Set(owed.flatMap((one) => one.kinds))].toSorted();
  return [
    { kind: 'heading', level: 1, text: 'Archives to keep and to offer' },
    { kind: 'list', items: kinds.map((kind) => [{ text: `${kind}: ${obligationTexts[kind]}` }]) },
    { kind: 'table', columns, rows: owed.map(row) },
  ];
}

function row({ shipped: one, kinds, surely }: Owed): readonly Cell[] {
  const { download, hashes, repository, source } = one.entry.component;
  const archive = [
    ...(download === undefined ? [] : [download]),
    ...(source === undefined ? [] : [`source package ${source.name} ${source.version}`]),
    ...hashes.map(({ algorithm, value, of }) => `${algorithm} ${value} of ${of}`),
  ];
  const missing = `no file tells the address of the archive${repository === undefined ? '' : `; the repository is ${repository}`}`;
  const lines = download === undefined && source === undefined ? [missing, ...archive] : archive;
  return [
    { text: nameText(one), code: true },
    {
      text: `${one.licence ?? 'nobody states one'}\n${kinds.join(', ')}${surely ? '' : ' (should a missing fact turn out so)'}`,
    },
    { text: lines.join('\n'), tone: download === undefined && source === undefined ? 'doubt' : 'plain' },
  ];
}

/** What is delivered under no licence of the SPDX list may ask for source too. */
function undecided(all: readonly Shipped[]): readonly Block[] {
  const open = all.filter(({ ids }) => ids.length === 0 || ids.some((id) => /(?:^|:)LicenseRef-/.test(id)));
  if (open.length === 0) return [];
  return [
    { kind: 'heading', level: 1, text: 'Open: whether source is owed is not known' },
    {
      kind: 'list',
      items: open.map((one) => [
        { text: nameText(one), code: true },
        { text: `: ${one.licence ?? 'nobody states a licence'}${detectedText(one)}` },
      ]),
    },
  ];
}

function detectedText({ detected }: Shipped): string {
  return detected.length === 0 ? '' : `; its texts are those of ${detected.join(', ')}, which a person has to conclude`;
}
