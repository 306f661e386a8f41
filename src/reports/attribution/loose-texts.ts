import { counted } from '../../base/counted.ts';
import type { Block } from '../../model/document.ts';
import type { Dossier } from '../../model/dossier.ts';
import type { LicenceFile } from '../../model/licences/licence-files.ts';
import { verbatim } from './verbatim.ts';

/**
 * The licence texts in the product that belong to no component: code that was copied into it. The product's own licence,
 * which stands at the top of the repository, is none of them wherever it comes again.
 */
function looseTexts({ licenceFiles: found }: Dossier): readonly LicenceFile[] {
  if (found.kind === 'not-looked') return [];
  const own = new Set(found.others.filter(isAtTop).map(({ text }) => text));
  return found.others.filter((file) => !isAtTop(file) && !own.has(file.text));
}

function isAtTop({ path }: LicenceFile): boolean {
  return !path.includes('/');
}

/** Where such texts lie and what they are; with `whole` the texts themselves, each once. */
export function looseSection(dossier: Dossier, { whole }: { readonly whole: boolean }): readonly Block[] {
  const files = looseTexts(dossier);
  if (files.length === 0) return [];
  const columns = [
    { title: 'File', width: 6 },
    { title: 'Detected', width: 4 },
  ];
  const rows = files.map(({ path, detected }) => [
    { text: path, code: true },
    { text: [...new Set(detected.map(detectedText))].join(', ') || 'no licence that is known' },
  ]);
  const texts = [...new Set(files.map(({ text }) => text.trim()))];
  return [
    { kind: 'heading', level: 1, text: 'Texts of no component' },
    {
      kind: 'notice',
      tone: 'doubt',
      text: `${counted(files.length, 'licence text lies', 'licence texts lie')} in the product and belong to no component of the inventory: they came with code that was copied into it.`,
    },
    { kind: 'table', columns, rows },
    ...(whole ? texts.map(verbatim) : []),
  ];
}

function detectedText({ candidates, doubt }: LicenceFile['detected'][number]): string {
  const ids = candidates.map(({ id }) => id).slice(0, 3);
  return doubt === undefined ? (ids[0] ?? '') : `unsure: ${ids.join(' or ')}`;
}
