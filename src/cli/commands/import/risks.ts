import type { ImportedRisks } from '../../../app/risks/import-risks.ts';
import { counted } from '../../../base/counted.ts';
import type { Command, Paint } from '../../command.ts';
import { textOption } from '../../option-values.ts';
import { repositoryPath } from '../../repository-path.ts';
import { safeText } from '../../safe-text.ts';
import { limited } from '../../show/limited.ts';

/** Takes the risk file of others into the records, and tells what that changes. */
export const risks: Command = {
  name: 'risks',
  summary:
    'take the entries of a risk file in .xlsx, .csv, .json or .reqif into soup/risks.yaml, and tell what changes',
  usage: '<file>',
  options: [
    { flags: '-m, --mapping <file>', description: 'which column holds what, instead of riskImport in tureen.yaml' },
    { flags: '--remove', description: 'take out entries that the file does not have any more' },
    { flags: '--dry-run', description: 'only tell what would change' },
    { flags: '--all', description: 'name every entry that is added, not only the first ten' },
  ],
  examples: ['tureen import risks risk/DOC-RMF-001.xlsx --dry-run', 'tureen import risks risk/risks.csv --remove'],
  run: async (context, [file = ''], options) => {
    const { importRisks } = await import('../../../app/risks/import-risks.ts');
    const mapping = textOption(options, 'mapping');
    const imported = await importRisks(context.host, repositoryPath(context, file), {
      mapping: mapping === undefined ? undefined : repositoryPath(context, mapping),
      remove: options['remove'] === true,
      dryRun: options['dryRun'] === true,
    });
    if (context.json) context.print(`${JSON.stringify(imported, undefined, 2)}\n`);
    else context.show(showImport(imported, options['all'] === true, context.paint));
    return imported.problems.length + (imported.removed ? 0 : imported.gone.length) > 0 ? 1 : 0;
  },
};

function showImport(imported: ImportedRisks, isAll: boolean, paint: Paint): string {
  const { added, changed, gone, same, problems, written, removed, file } = imported;
  const lines = [
    ...limited(
      added.map(({ id, hazard }) => `${paint('green', 'added')} ${id} ${safeText(hazard)}`),
      isAll ? undefined : { most: 10, rest: written ? 'soup/risks.yaml holds them' : '--all shows them' },
      ' added',
    ),
    ...changed.flatMap(({ id, values, newControls, accepted }) => [
      `${paint('yellow', 'changed')} ${id}`,
      ...values.flatMap(({ name, before, after }) => [`  - ${name}: ${brief(before)}`, `  + ${name}: ${brief(after)}`]),
      ...newControls.map((control) => `  + control ${control.id}: ${safeText(control.text)}`),
      ...(accepted ? ['  it was accepted as it was before: let somebody accept it anew'] : []),
    ]),
    ...gone.map(({ id, of }) => {
      const what = of === undefined ? id : `control ${id} of ${of}`;
      return removed
        ? `${paint('red', 'removed')} ${what}`
        : `${paint('red', 'gone')} ${what} is not in the file any more; --remove takes it out of soup/risks.yaml${problems.length > 0 ? ' once every row can be taken' : ''}`;
    }),
    ...problems.map((problem) => `${paint('red', 'not taken')} ${safeText(problem)}`),
    `${counted(added.length, 'entry', 'entries')} added, ${changed.length} changed, ${gone.length} ${removed ? 'removed' : 'gone'}, ${same} as before; ${written ? `wrote soup/risks.yaml from ${safeText(file)}` : 'nothing was written'}`,
  ];
  return `${lines.join('\n')}\n`;
}

function brief(json: string): string {
  return safeText(json.length > 300 ? `${json.slice(0, 299)}…` : json || 'nothing');
}
