import { counted } from '../base/counted.ts';
import type { Block } from '../model/document.ts';
import type { Report } from '../model/plugs/report.ts';
import { front } from './attribution/front.ts';
import { groupTexts, type TextGroup } from './attribution/group-texts.ts';
import { looseSection } from './attribution/loose-texts.ts';
import { openSection } from './attribution/open-section.ts';
import { nameText, originText, shipped } from './attribution/shipped.ts';
import { verbatim } from './attribution/verbatim.ts';

/** The licences of others under which parts of the device are delivered, each text once. */
export const thirdPartyLicences: Report = {
  name: 'third-party-licences',
  title: 'Third-party licences',
  purpose:
    'For everybody who gets the software: each licence text with the components under it and their copyright notices; what is not known is listed as open.',
  reads: 'licence-files',
  compose: (dossier) => {
    const all = shipped(dossier);
    const { groups, open } = groupTexts(all);
    return {
      title: 'Third-party licences',
      ...front(dossier, all),
      blocks: [...openSection(open), ...groups.flatMap(groupSection), ...looseSection(dossier, { whole: true })],
    };
  },
};

function groupSection({ title, from, body, holders }: TextGroup): readonly Block[] {
  const items = holders.map(({ shipped: one, file, notices }) => [
    { text: nameText(one), code: true },
    {
      text: ` – ${originText(one)}${file === undefined ? '' : ` (${file})`}${notices.map((line) => `\n${line}`).join('')}`,
    },
  ]);
  const listed: readonly Block[] =
    from === 'package'
      ? []
      : [
          {
            kind: 'notice',
            tone: 'doubt',
            text: `This is the text of the SPDX licence list: no licence file of ${holders.length === 1 ? 'this component' : 'these components'} was found, so that copyright notices are missing.`,
          },
        ];
  const names = [...new Set(holders.map(({ shipped: one }) => nameText(one)))];
  const heading = `${title}: ${few(names)}${from === 'list' ? ' (text of the SPDX list)' : ''}`;
  return [{ kind: 'heading', level: 1, text: heading }, { kind: 'list', items }, ...listed, verbatim(body)];
}

/** As many names as make a heading that can be told from the next one. */
const mostNames = 3;

function few(names: readonly string[]): string {
  if (names.length <= mostNames) return names.join(', ');
  return `${names.slice(0, mostNames - 1).join(', ')} and ${counted(names.length - mostNames + 1, 'more', 'more')}`;
}
