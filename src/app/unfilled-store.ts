import { HostError } from '../base/errors.ts';
import type { AdvisoryStore } from './host.ts';

/** Why nothing can be found in a store: nobody has made it, or nothing was put in. A name that is mistyped looks like the first. */
export function unfilledStore({ path, content }: Pick<AdvisoryStore, 'path' | 'content'>): HostError {
  return content().kind === 'missing'
    ? new HostError(
        `there is no advisory store: the file "${path}" does not exist`,
        'Make one with `tureen sync --from <folder or address>`, with the same --store where you name one, or name the file that is there.',
      )
    : new HostError(
        `the advisory store is empty: ${path}`,
        'Fill it with `tureen sync --from <folder or address>`; an empty store would find nothing, whatever is wrong.',
      );
}
