import type { Block } from '../model/document.ts';
import type { Report } from '../model/plugs/report.ts';
import { splitCopyright } from '../licences/split-copyright.ts';
import { front } from './attribution/front.ts';
import { looseSection } from './attribution/loose-texts.ts';
import { openSection } from './attribution/open-section.ts';
import { groupTexts } from './attribution/group-texts.ts';
import { nameText, originText, shipped, type Shipped } from './attribution/shipped.ts';
import { verbatim } from './attribution/verbatim.ts';

/** The NOTICE file: each component of others with its licence, its copyright notices and its own NOTICE file. */
export const notice: Report = {
  name: 'notice',
  title: 'Notices',
  purpose:
    'For everybody who gets the software: whose components are in it, under which licence, with their copyright notices and NOTICE files. The licence texts stand in `third-party-licences`.',
  reads: 'licence-files',
  compose: (dossier) => {
    const all = shipped(dossier);
    return {
      title: 'Notices',
      ...front(dossier, all),
      blocks: [
        {
          kind: 'paragraph',
          cells: [
            {
              text: 'This product contains the following components of others. The texts of their licences stand in the document “Third-party licences”.',
            },
          ],
        },
        ...openSection(groupTexts(all).open),
        ...(all.length === 0 ? [] : [{ kind: 'heading', level: 1, text: 'Components' } as const]),
        ...all.flatMap(componentSection),
        ...looseSection(dossier, { whole: false }),
      ],
    };
  },
};

function componentSection(one: Shipped): readonly Block[] {
  const licenceFiles = one.files.filter(({ kind }) => kind === 'licence');
  const notices = [...new Set(licenceFiles.flatMap(({ text }) => splitCopyright(text).notices))];
  const missing = licenceFiles.length === 0 ? 'no licence file of it was found' : 'its licence files hold none';
  return [
    { kind: 'heading', level: 2, text: nameText(one) },
    {
      kind: 'facts',
      rows: [
        { label: 'Source', cells: [{ text: originText(one) }] },
        {
          label: 'Licence',
          cells:
            one.licence === undefined
              ? [{ text: one.whoseWord, tone: 'bad' }]
              : [{ text: one.licence }, { text: ` (${one.whoseWord})`, tone: 'quiet' }],
        },
        ...(one.licence !== undefined || one.installed.length === 0
          ? []
          : [{ label: 'Its installed package states', cells: [{ text: one.installed.join(', ') }] }]),
        ...(one.detected.length === 0
          ? []
          : [{ label: 'Detected in its texts', cells: [{ text: one.detected.join(', ') }] }]),
        {
          label: 'Copyright',
          cells: [notices.length === 0 ? { text: missing, tone: 'doubt' } : { text: notices.join('\n') }],
        },
      ],
    },
    ...one.files.filter(({ kind }) => kind === 'notice').map(({ text }) => verbatim(text.trim())),
  ];
}
