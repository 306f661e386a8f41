import type { SyncRequest } from '../../app/sync/sync.ts';
import type { Context } from '../command.ts';
import { safeText } from '../safe-text.ts';

/** Shows how much of a large answer is in, on a line of stderr that is wiped when it is; only where a person watches. */
export function showDownload({ quiet, aside }: Pick<Context, 'quiet' | 'aside'>): SyncRequest['arrived'] {
  const { stderr } = process;
  if (quiet || !stderr.isTTY) return undefined;
  let told = 0;
  return (path, bytes, total) => {
    const megabytes = Math.floor(bytes / 1_000_000);
    if (megabytes === told) return;
    told = megabytes;
    stderr.cursorTo(0);
    stderr.clearLine(0);
    if (bytes === total) return;
    const whole = total === undefined ? '' : ` of ${Math.ceil(total / 1_000_000)}`;
    stderr.write(safeText(`${path}: ${megabytes}${whole} MB`).slice(0, Math.max(0, aside.width - 1)));
  };
}
