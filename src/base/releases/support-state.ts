import type { Release } from '../../model/releases/release.ts';

/**
 * Whether somebody answers for a release on a day. Past the day that was promised it is `overdue`, and still watched, until
 * a person writes that support has ended.
 */
export type SupportState =
  | { readonly kind: 'supported'; readonly until: string | undefined }
  | { readonly kind: 'overdue'; readonly until: string }
  | { readonly kind: 'ended'; readonly on: string; readonly reason: string };

/** How a release is supported on a day. */
export function supportState({ support }: Release, today: string): SupportState {
  const { until, ended } = support;
  if (ended !== undefined && ended.on <= today) return { kind: 'ended', ...ended };
  return until !== undefined && until < today ? { kind: 'overdue', until } : { kind: 'supported', until };
}
