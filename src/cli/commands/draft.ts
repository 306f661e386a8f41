import { counted } from '../../base/counted.ts';
import type { SafetyClass } from '../../model/clause.ts';
import type { Command } from '../command.ts';
import { textOption } from '../option-values.ts';
import { safeText } from '../safe-text.ts';
import { limited } from '../show/limited.ts';
import { showDrafts } from '../show/records/show-drafts.ts';
import { tellDiagnostics } from '../tell-diagnostics.ts';

/** Writes drafts of SOUP item records for packages that no record accounts for. */
export const draft: Command = {
  name: 'draft',
  summary: 'write draft records for packages that no record accounts for',
  usage: '[package...]',
  options: [
    { flags: '--class <class>', description: 'write what this class asks for: A, B or C', choices: ['A', 'B', 'C'] },
    {
      flags: '--all',
      description: 'name each draft that is written and each package that is left, not only the first ten',
    },
  ],
  examples: ['tureen draft', 'tureen draft pkg:npm/axios', 'tureen draft @babel/core pypi/requests'],
  run: async (context, packages, options) => {
    const { draft: write } = await import('../../app/records/draft.ts');
    const safetyClass = textOption(options, 'class');
    const { written, left, diagnostics } = await write(context.host, {
      ...(packages.length > 0 && { packages }),
      ...(isSafetyClass(safetyClass) && { class: safetyClass }),
    });
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    const code = errors.length === 0 ? 0 : 1;
    if (context.json) {
      context.print(`${JSON.stringify({ written, left, diagnostics }, undefined, 2)}\n`);
      return code;
    }
    await tellDiagnostics(context, context.host, errors);
    const drafts = written.map(({ file, soup }) => `wrote ${file} for ${safeText(soup)}`);
    const without = left.map(
      ({ soup, reason }) => `${context.paint('yellow', 'left')} ${safeText(soup)}: ${safeText(reason)}`,
    );
    const isAll = options['all'] === true;
    const lines = [
      ...showDrafts(drafts, isAll),
      ...limited(without, isAll ? undefined : { most: 10, rest: '--all shows them' }, ' left'),
      whatNow(written.length, left.length, errors.length),
    ];
    context.show(`${lines.join('\n')}\n`);
    return code;
  },
};

/** What is left is not accounted for, and what could not be read may hold anything: neither looks as if all were done. */
function whatNow(written: number, left: number, errors: number): string {
  if (written > 0)
    return `${counted(written, 'draft')}${left === 0 ? '' : `, ${counted(left, 'package')} left`}\nnext: complete ${written === 1 ? 'it' : 'them'}, each says how, set \`status: confirmed\`, then \`tureen check\``;
  if (left > 0) return `nothing was drafted, ${counted(left, 'package')} left`;
  return errors > 0
    ? 'nothing was drafted of what could be read'
    : 'nothing to draft: each package that ships has a record, or a draft that proposes to cover it';
}

function isSafetyClass(text: string | undefined): text is SafetyClass {
  return text === 'A' || text === 'B' || text === 'C';
}
