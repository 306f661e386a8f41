import { counted } from '../../base/counted.ts';
import { UsageError } from '../../base/errors.ts';
import type { Command } from '../command.ts';
import { textOption } from '../option-values.ts';
import { tellDay } from '../tell-day.ts';
import { tellDiagnostics } from '../tell-diagnostics.ts';

/** Records a version that went to the field, and freezes what it consists of, so that it can be watched. */
export const release: Command = {
  name: 'release',
  summary: 'record a version that went to the field, and freeze its inventory, so that it can be watched',
  usage: '<version>',
  options: [
    { flags: '--by <person>', description: 'who records it: an id of people in tureen.yaml' },
    {
      flags: '--from <state>',
      description: 'the commit, tag, folder or SBOM that it was; else the folder as it stands',
    },
    { flags: '--date <day>', description: 'the day on which it was released; else today' },
    { flags: '--supported-until <day>', description: 'the last day on which it is supported' },
  ],
  examples: [
    'tureen release 2.4.0 --by ada --supported-until 2029-06-30',
    'tureen release 2.3.0 --by ada --from v2.3.0 --date 2026-03-02',
    'tureen release 1.0.0 --by ada --from archive/device-1.0.0.cdx.json --date 2024-05-14',
  ],
  run: async (context, [version = ''], options) => {
    const { recordRelease } = await import('../../app/releases/record-release.ts');
    tellDay(context);
    const by = textOption(options, 'by');
    if (by === undefined)
      throw new UsageError('it is not said who records the release', 'Add --by; nothing is assumed.');
    const recorded = await recordRelease(context.host, {
      version,
      by,
      from: textOption(options, 'from'),
      date: textOption(options, 'date'),
      supportedUntil: textOption(options, 'supportedUntil'),
    });
    const { written, components, unevaluated, diagnostics } = recorded;
    const { doubts, support, date } = recorded.release;
    if (context.json)
      context.print(
        `${JSON.stringify({ version, date, support, components, written, doubts, unevaluated: unevaluated ?? false, diagnostics }, undefined, 2)}\n`,
      );
    else context.show(`${written.map((file) => `wrote ${file}`).join('\n')}\n`);
    await tellDiagnostics(context, context.host, diagnostics);
    context.tell(`${counted(components, 'component')} frozen as release ${version} of ${date}`);
    if (unevaluated !== undefined)
      context.tell(
        `note: no evaluation was frozen with it: ${unevaluated}\nhelp: What is new in the field since cannot be told then; next time run \`tureen evaluate\` before, and commit what it writes.`,
      );
    context.tell(
      'note: this is a record and no approval: nothing was checked, no documents were made and nothing was signed\nhelp: Run `tureen check` and `tureen report`, and commit what was written.',
    );
    if (doubts.length > 0)
      context.complain(
        `warning: the inventory was not whole: ${counted(doubts.length, 'doubt')} stand under "doubts" in release.yaml`,
      );
    return doubts.length === 0 ? 0 : 1;
  },
};
