import { counted } from '../../../base/counted.ts';
import type { ImportedRun } from '../../../app/verification/import-test-results.ts';
import type { Command, Paint } from '../../command.ts';
import { listOption, textOption } from '../../option-values.ts';
import { repositoryPath } from '../../repository-path.ts';
import { safeText } from '../../safe-text.ts';

/** Records what came of the tests that requirements and controls name. */
export const testResults: Command = {
  name: 'test-results',
  summary: 'record what came of the tests that requirements and controls name, from JUnit XML',
  usage: '<file...>',
  options: [
    { flags: '--on <day>', description: 'when the tests ran, where the file does not tell: YYYY-MM-DD' },
    { flags: '--by <person>', description: 'who answers for the run: an id of people in tureen.yaml' },
    { flags: '--environment <name>', description: 'what the tests ran on, such as a document or a server' },
    {
      flags: '--tests <pattern>',
      description: 'which names are tests, such as TEST-*; may be given several times',
      repeatable: true,
    },
  ],
  examples: [
    'tureen import test-results out/junit.xml',
    'tureen import test-results verification/service.xml --by jkeller --environment DOC-HW-01',
  ],
  run: async (context, files, options) => {
    const { importTestResults } = await import('../../../app/verification/import-test-results.ts');
    const runs = await importTestResults(
      context.host,
      files.map((file) => repositoryPath(context, file)),
      {
        on: textOption(options, 'on'),
        by: textOption(options, 'by'),
        environment: textOption(options, 'environment'),
        tests: listOption(options, 'tests'),
      },
    );
    if (context.json) context.print(`${JSON.stringify({ runs }, undefined, 2)}\n`);
    else context.show(runs.map((run) => showRun(run, context.paint)).join(''));
    const isProof = ({ outcomes }: ImportedRun) =>
      outcomes.passed.length > 0 && outcomes.failed.length + outcomes.skipped.length === 0;
    return runs.every(isProof) ? 0 : 1;
  },
};

function showRun({ file, on, outcomes, unmatched, known, tested, versionsFrom }: ImportedRun, paint: Paint): string {
  const { passed, failed, skipped } = outcomes;
  const from = versionsFrom === 'results' ? 'as the results say' : 'as the inventory has them now';
  const lines = [
    `${safeText(file)} of ${on}, ${known}: ${passed.length} passed, ${failed.length} failed, ${skipped.length} skipped`,
    `  tested with ${counted(tested.length, 'SOUP item')}, ${from}`,
    ...failed.map((id) => `  ${paint('red', 'failed')} ${safeText(id)}`),
    ...skipped.map((id) => `  ${paint('yellow', 'skipped')} ${safeText(id)}`),
    ...(unmatched === 0 ? [] : [`  ${counted(unmatched, 'other test')} that no requirement and no control names`]),
    ...(passed.length + failed.length + skipped.length > 0
      ? []
      : [`  ${paint('red', 'nothing verified')}: no test has an id that a record names under verifiedBy`]),
  ];
  return `${lines.join('\n')}\n`;
}
