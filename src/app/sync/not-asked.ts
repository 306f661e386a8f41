import type { Diagnostic } from '../../model/diagnostic.ts';
import type { KeptParts } from './kept-parts.ts';
import { nameParts } from './name-parts.ts';

/** Tells what stays, and how old that makes the store. */
export function notAsked(kept: KeptParts, fetched: string): readonly Diagnostic[] {
  const names = nameParts(kept, kept);
  if (names.length === 0) return [];
  return [
    {
      rule: 'sync/not-asked',
      severity: 'note',
      message: `the store still holds, as it was fetched before, what this sync does not name: ${names.join('; ')}`,
      place: { file: 'tureen.yaml' },
      help: `The store is as old as the oldest of that, ${fetched}. Name all in one command, or under \`advisories\` in tureen.yaml, to bring it up to date; \`tureen sync\` without options takes off what is not named there.`,
    },
  ];
}
