import { compareInstants, isInstant } from '../../base/instant.ts';
import { quote } from '../../base/quote.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { VexDocument } from '../../model/vex/vex-document.ts';

/**
 * What makes a document a poor piece of evidence, although it can be read: it is the word of the device's own manufacturer, it
 * states nothing, or by a clock that is wrong.
 */
export function doubtsAbout(
  file: string,
  { author, statements, issued }: VexDocument,
  { now, manufacturer }: { readonly now: Date; readonly manufacturer: string | undefined },
): readonly Diagnostic[] {
  const warn = (rule: string, message: string, help: string): Diagnostic => ({
    rule,
    severity: 'warning',
    message: `${file} ${message}`,
    place: { file },
    help,
  });
  const times = [...new Set([issued, ...statements.map(({ timestamp }) => timestamp)])].filter(
    (time) => time !== undefined,
  );
  const wrong = times.filter((time) => !isInstant(time));
  const ahead = times.filter((time) => isInstant(time) && compareInstants(time, now.toISOString()) > 0);
  return [
    ...(manufacturer === undefined || author.trim().toLowerCase() !== manufacturer.trim().toLowerCase()
      ? []
      : [
          warn(
            'vex/own',
            `is by ${quote(author)}, the manufacturer of this device: it is no word of others`,
            'Judge by what its verdicts rest on; where it is about this device, remove the copy and its record below soup/vex.',
          ),
        ]),
    ...(statements.length > 0
      ? []
      : [
          warn(
            'vex/empty',
            'holds no statement: it is evidence of nothing',
            'Ask its author for the right document, and remove the copy below soup/vex.',
          ),
        ]),
    ...(ahead.length === 0
      ? []
      : [
          warn(
            'vex/future',
            `is dated ahead: ${named(ahead)} is still to come`,
            'Of statements of one author the latest counts. Ask which day is meant, or look at the clock of this machine.',
          ),
        ]),
    ...(wrong.length === 0
      ? []
      : [
          warn(
            'vex/time',
            `tells times that are none: ${named(wrong)}`,
            'What has no time counts as the earliest. Ask its author for a valid document.',
          ),
        ]),
  ];
}

function named(times: readonly string[]): string {
  const shown = times.slice(0, 3).map((time) => quote(time));
  return `${shown.join(', ')}${times.length > 3 ? ` and ${times.length - 3} more` : ''}`;
}
