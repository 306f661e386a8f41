import type { Command } from '../../command.ts';
import { listOption, textOption } from '../../option-values.ts';
import { repositoryPath } from '../../repository-path.ts';
import { showSoupList } from '../../show/records/show-soup-list.ts';

/** Makes drafts of the SOUP list that people kept in a spreadsheet. */
export const soupList: Command = {
  name: 'soup-list',
  summary: 'make draft records of a SOUP list in .xlsx or .csv, and tell what does not match the inventory',
  usage: '<file>',
  options: [
    { flags: '--yes', description: 'the guessed columns are right' },
    {
      flags: '--column <column>',
      description: 'which column holds what, such as "title=Name"; without --yes just these count; may be repeated',
      repeatable: true,
    },
    { flags: '-m, --mapping <file>', description: 'YAML that says which columns hold what; nothing is guessed then' },
    { flags: '--sheet <name>', description: 'the sheet of a workbook' },
    {
      flags: '--match <match>',
      description: 'the package of a row, such as 12=pkg:npm/left-pad; may be repeated',
      repeatable: true,
    },
    { flags: '--other-versions', description: 'take rows too whose name is known but whose version is another one' },
    { flags: '--dry-run', description: 'only tell what would be written' },
    { flags: '--all', description: 'show every row, not only the first ten of each kind' },
  ],
  examples: [
    'tureen import soup-list docs/soup-list.xlsx',
    'tureen import soup-list docs/soup-list.xlsx --yes --match 12=pkg:npm/left-pad',
    'tureen import soup-list docs/soup.csv --column "title=Name" --column "version=Rev."',
  ],
  run: async (context, [file = ''], options) => {
    const { importSoupList } = await import('../../../app/soup-list/import-soup-list.ts');
    const mapping = textOption(options, 'mapping');
    const imported = await importSoupList(context.host, repositoryPath(context, file), {
      mapping: mapping === undefined ? undefined : repositoryPath(context, mapping),
      sheet: textOption(options, 'sheet'),
      columns: listOption(options, 'column'),
      matches: listOption(options, 'match'),
      otherVersions: options['otherVersions'] === true,
      yes: options['yes'] === true,
      dryRun: options['dryRun'] === true,
    });
    if (context.json) context.print(`${JSON.stringify(imported, undefined, 2)}\n`);
    else context.show(showSoupList(imported, options['all'] === true, context.paint));
    const open =
      imported.rowsWithoutComponent.length +
      imported.componentsWithoutRow.filter(({ accounted }) => !accounted).length +
      imported.recorded.flatMap(({ differences }) => differences).length +
      imported.remarks.length;
    return imported.confirmed && open === 0 ? 0 : 1;
  },
};
