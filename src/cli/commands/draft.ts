import type { SafetyClass } from '../../model/clause.ts';
import type { Command } from '../command.ts';
import { textOption } from '../option-values.ts';
import { safeText } from '../safe-text.ts';

/** Writes drafts of SOUP item records for packages that no record accounts for. */
export const draft: Command = {
  name: 'draft',
  summary: 'write draft records for packages that no record accounts for',
  usage: '[purl...]',
  options: [
    { flags: '--class <class>', description: 'write what this class asks for: A, B or C', choices: ['A', 'B', 'C'] },
  ],
  examples: ['tureen draft', 'tureen draft pkg:npm/axios'],
  run: async (context, purls, options) => {
    const { draft: write } = await import('../../app/draft.ts');
    const safetyClass = textOption(options, 'class');
    const { written, left } = await write(context.host, {
      ...(purls.length > 0 && { purls }),
      ...(isSafetyClass(safetyClass) && { class: safetyClass }),
    });
    if (context.json) {
      context.print(`${JSON.stringify({ written, left }, undefined, 2)}\n`);
      return 0;
    }
    for (const { file, soup } of written) context.print(`wrote ${file} for ${safeText(soup)}\n`);
    for (const { soup, reason } of left)
      context.print(`${context.paint('yellow', 'left')} ${safeText(soup)}: ${safeText(reason)}\n`);
    context.print(
      written.length === 0 ? 'nothing to draft\n' : `${written.length} drafts; read, complete and confirm them\n`,
    );
    return 0;
  },
};

function isSafetyClass(text: string | undefined): text is SafetyClass {
  return text === 'A' || text === 'B' || text === 'C';
}
