import { obligationTexts } from '../../base/licences/knowledge/obligation-texts.ts';
import { packageOf } from '../../base/packages/purl.ts';
import { packagePattern } from '../../base/paths/glob.ts';
import type { Dossier } from '../../model/dossier.ts';
import type { JudgedLicence } from '../../model/licences/licensing.ts';
import type { LicencesFile } from '../../model/licences/licences-file.ts';
import type { Problem, Rule } from '../../model/plugs/rule.ts';
import { deliveredAs } from './delivered-as.ts';
import { nameFew, ofLicences } from './name-few.ts';

const obligations = (proof: string) => ({
  'soup/licences.yaml': `obligations:\n  - { obligation: notice, by: ada${proof} }\n`,
});

/** Asks that somebody fulfils what the licences oblige to and that it can be seen, before anything is released. */
export const obligationOpen: Rule = {
  id: 'licences/obligation-open',
  title: 'What licences oblige to is done, and can be seen',
  clause: 'reality-check:5',
  classes: ['A', 'B', 'C'],
  severity: 'warning',
  subject: 'device',
  why: 'A licence holds only for those who keep to it. What nobody does is not done with the release.',
  help: 'Write under `obligations` in soup/licences.yaml who does it, and under `proof` where it can be seen.',
  restsOn: ['soup-item', 'licences'],
  check: (dossier) => [...owedBySoftwareItems(dossier), ...linesWithoutProof(dossier), ...ofRecords(dossier)],
  examples: [
    {
      title: 'The notices are delivered',
      files: { ...deliveredAs('container', 'concluded: MIT'), ...obligations(', proof: IFU-9') },
      says: [],
    },
    {
      title: 'Somebody is to deliver them',
      files: { ...deliveredAs('container', 'concluded: MIT'), ...obligations('') },
      says: ['notice is to be fulfilled by ada, and nothing shows that it is'],
    },
    {
      title: 'Nobody has thought of them',
      files: deliveredAs('container', 'concluded: MIT'),
      says: [
        'viewer owes notice for pkg:npm/left-pad@1.3.0, and nobody is named who fulfils it. Deliver copyright notices and the text of the licence with every copy.',
      ],
    },
    {
      title: 'An obligation of one record without proof',
      files: deliveredAs('hosted-service', 'concluded: MIT, obligations: [{ what: Name the author, by: ada }]'),
      says: ['"Name the author" is to be fulfilled by ada, and nothing shows that it is'],
    },
  ],
};

/** Only where it is known how a software item reaches its users is it known what is owed. */
function owedBySoftwareItems({ licensing, device }: Dossier): readonly Problem[] {
  const lines = (licensing.decisions?.record.obligations ?? []).map((line) => ({
    ...line,
    matches: line.packages === undefined ? () => true : packagePattern(line.packages),
  }));
  const isNamed = (kind: string, { entry, softwareItem }: JudgedLicence) =>
    lines.some(
      ({ obligation, matches, softwareItems }) =>
        obligation === kind &&
        matches(packageOf(entry.component.purl)) &&
        (softwareItems === undefined || softwareItems.includes(softwareItem?.id ?? '')),
    );
  return device.record.softwareItems.flatMap((item, index) => {
    if (item.distribution === undefined) return [];
    const here = licensing.judged.filter(({ softwareItem }) => softwareItem === item);
    const kinds = [...new Set(here.flatMap(({ verdict }) => verdict.obligations))].toSorted();
    return kinds.flatMap((kind) => {
      const open = here.filter(
        (one) => one.verdict.outcome !== 'not-allowed' && one.verdict.obligations.includes(kind) && !isNamed(kind, one),
      );
      const [first, ...rest] = open;
      if (first === undefined) return [];
      return ofLicences([first, ...rest], (some) => {
        const message = `${item.id} owes ${kind} for ${nameFew(some)}, and nobody is named who fulfils it. ${obligationTexts[kind]}`;
        return { message, place: { file: device.file, keyPath: ['softwareItems', index, 'distribution'] } };
      });
    });
  });
}

function linesWithoutProof({ licensing: { decisions } }: Dossier): readonly Problem[] {
  return (decisions?.record.obligations ?? []).flatMap((line, index) =>
    line.proof === undefined
      ? [{ message: openText(line), place: { file: decisions?.file ?? '', keyPath: ['obligations', index] } }]
      : [],
  );
}

function openText({ obligation, packages, softwareItems, by }: LicencesFile['obligations'][number]): string {
  const about = [packages, softwareItems?.join(', ')].filter((part) => part !== undefined).join(' in ');
  return `${obligation}${about === '' ? '' : ` for ${about}`} is to be fulfilled by ${by}, and nothing shows that it is`;
}

function ofRecords({ items }: Dossier): readonly Problem[] {
  return items.flatMap(({ filed: { file, record } }) =>
    (record.licence?.obligations ?? []).flatMap((one, index) => {
      if (typeof one === 'string' || one.proof !== undefined) return [];
      const who =
        one.by === undefined
          ? 'nobody is named who fulfils it'
          : `is to be fulfilled by ${one.by}, and nothing shows that it is`;
      return [
        {
          message: `"${one.what}"${one.by === undefined ? ': ' : ' '}${who}`,
          place: { file, keyPath: ['licence', 'obligations', index] },
        },
      ];
    }),
  );
}
