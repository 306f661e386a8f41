import { HostError } from '../../../base/errors.ts';

/** What is asked of hosts, each of which is left alone for the rest of a run where it goes on saying nothing. */
export type SilentHosts = {
  /** Asks a host for one kind of file, unless it is left alone. Throws `HostError`. */
  readonly ask: <T>(host: string, kind: string, question: () => Promise<T>) => Promise<T>;
  /** Whether a host is asked for no documents any more. */
  readonly isLeft: (host: string) => boolean;
};

/** The kind of file that all the others are for. */
export const documents = '';

/** So many silences in a row are no accident; each has taken minutes. */
const mostInRow = 3;

/** After so many in all, only who has never been silent is asked any more, and who is not met yet is not. */
const mostInAll = 12;

const again = 'Run it again later.';

/** Prepares one run, in which no host has said nothing yet. */
export function silentHosts(): SilentHosts {
  const met = new Map<string, { inRow: number; inAll: number; answers: number }>();
  let all = 0;
  const isKindLeft = (key: string) => {
    const { inRow = 0, inAll = 0, answers = 0 } = met.get(key) ?? {};
    return inRow >= mostInRow || (all >= mostInAll && (inAll > 0 || answers === 0));
  };
  const keyOf = (host: string, kind: string) => JSON.stringify([host, kind]);
  const isLeft = (host: string) => isKindLeft(keyOf(host, documents));
  return {
    isLeft,
    ask: async (host, kind, question) => {
      const key = keyOf(host, kind);
      if (isLeft(host) || isKindLeft(key))
        throw new HostError(`${host} said nothing too often, and was not asked`, again, undefined, { isSilence: true });
      const one = met.get(key) ?? { inRow: 0, inAll: 0, answers: 0 };
      met.set(key, one);
      try {
        const answer = await question();
        one.answers++;
        one.inRow = 0;
        return answer;
      } catch (error) {
        if (error instanceof HostError && error.isSilence) {
          one.inRow++;
          one.inAll++;
          all++;
        }
        throw error;
      }
    },
  };
}
