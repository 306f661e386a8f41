import { counted } from '../../base/counted.ts';
import type { Command } from '../command.ts';
import { listOption, textOption } from '../option-values.ts';
import { tellDay } from '../tell-day.ts';

/** Writes the minutes of a vulnerability review, of what people say and what the evaluation holds. */
export const review: Command = {
  name: 'review',
  summary: 'write the minutes of a vulnerability review, bound to the data of the evaluation',
  options: [
    { flags: '--by <person...>', description: 'who held it: ids of people in tureen.yaml' },
    { flags: '--scope <text>', description: 'what was looked at: releases, software items' },
    { flags: '--outcome <text>', description: 'what came of it, in words that an auditor can follow' },
    {
      flags: '--release <version...>',
      description: 'releases in the field that were looked at, too, with what `tureen watch` shows',
    },
  ],
  examples: [
    'tureen review --by ada grace --scope "viewer and service" --outcome "No finding concerns patients; axios is updated in 2.5"',
    'tureen review --by ada --release 2.3.0 2.4.0 --scope "the field" --outcome "Nothing new"',
  ],
  run: async (context, _, options) => {
    const { recordReview } = await import('../../app/records/record-review.ts');
    tellDay(context);
    const recorded = await recordReview(context.host, {
      by: listOption(options, 'by'),
      scope: textOption(options, 'scope'),
      outcome: textOption(options, 'outcome'),
      releases: listOption(options, 'release'),
    });
    const { file, review: minutes, waiting, unnamed, earlier } = recorded;
    if (context.json) context.print(`${JSON.stringify(recorded, undefined, 2)}\n`);
    else
      context.show(
        `wrote ${file}: ${counted(minutes.findings ?? 0, 'finding')} that affect or are undetermined, data ${minutes.data}\n`,
      );
    if (earlier.length > 0)
      context.tell(
        `note: it is a further review of this day; ${earlier.join(' and ')} ${earlier.length === 1 ? 'stays as it is' : 'stay as they are'}`,
      );
    if (waiting > 0)
      context.tell(
        `note: ${counted(waiting, 'question waits', 'questions wait')} for a verdict all the same: \`tureen triage --list\``,
      );
    if (unnamed.length > 0)
      context.tell(
        `note: the minutes name no review of ${unnamed.join(', ')}, in the field\nhelp: Look at \`tureen watch\`, and name under \`releases:\` in ${file} what was looked at.`,
      );
    context.tell('note: these are minutes and no approval; `tureen status` tells what is still open');
    return 0;
  },
};
