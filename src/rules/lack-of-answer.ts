import type { FindingEntry } from '../model/dossier.ts';

/** What a finding that does not wait lacks: a verdict that holds, or a response where the device is affected; `undefined` where it has both. */
export function lackOfAnswer({ standing }: FindingEntry): string | undefined {
  if (standing.kind === 'not-needed') return undefined;
  if (standing.kind === 'open')
    return standing.met === undefined ? 'is not judged' : 'is under investigation without an answer';
  if (standing.kind === 'again') return 'is to be judged again';
  if (standing.kind === 'expired') return `its verdict ran out on ${standing.until}`;
  const { status, response } = standing.met.filed.verdict;
  return status === 'affected' && response === undefined ? 'has no response' : undefined;
}
