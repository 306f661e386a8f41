import type { Host } from './host.ts';

/** What of the host an answer may rest on that can be kept: files, whose bytes tell whether they are the same. */
export type FileHost = Pick<Host, 'files' | 'keep'>;

/**
 * Gives the answer to a named question about the host's files: anew, or as before where `given` and all that was looked at are
 * the same as then.
 */
export type Keep = <T>(
  question: string,
  host: FileHost,
  given: readonly unknown[],
  answer: (host: FileHost) => Promise<T>,
) => Promise<T>;

/** Keeps nothing: for who asks once. */
export const afresh: Keep = (_, host, __, answer) => answer(host);
