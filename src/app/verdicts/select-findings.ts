import { askedTogether } from '../../base/anomalies/asked-together.ts';
import { UsageError } from '../../base/errors.ts';
import { packageOf } from '../../base/packages/purl.ts';
import { isWaiting } from '../../base/anomalies/is-waiting.ts';
import type { Triage, TriedFinding } from './open-triage.ts';
import { patternOf } from './pattern-of.ts';

/** Which findings a verdict is about: a defect by any of its ids, packages by a pattern, or single components; all that is given. */
export type Selection = {
  readonly id?: string | undefined;
  /** Also what waits and is asked about together with the defect: all of a component that only commits could tell. */
  readonly together?: boolean;
  /** Package URL without version, in which `*` stands for any run of characters. */
  readonly packages?: string | undefined;
  readonly components?: readonly string[];
};

/**
 * Picks the findings for a verdict: those that wait for one, and with an id also those that have one. Throws `UsageError`
 * where nothing is picked.
 */
export function selectFindings(
  { dossier }: Triage,
  { id, together = false, packages, components }: Selection,
): readonly TriedFinding[] {
  const matches = packages === undefined ? () => true : patternOf(packages);
  const present = dossier.findings.filter((one): one is TriedFinding => one.entry !== undefined);
  const meant = present.filter(({ finding }) => id === undefined || isNamed(id, finding));
  const isMeant = new Set(meant);
  const asked = new Set(together ? meant.map(({ finding }) => askedTogether(finding)) : []);
  const others = present.filter((one) => asked.has(askedTogether(one.finding)) && isWaiting(one) && !isMeant.has(one));
  const named = [...meant, ...others]
    .filter(({ finding }) => matches(packageOf(finding.component)))
    .filter(({ finding }) => components === undefined || components.includes(finding.component));
  const picked = named.filter((one) => (id === undefined ? isWaiting(one) : one.standing.kind !== 'not-needed'));
  if (picked.length > 0) return picked;
  const words = [id, packages].filter((word) => word !== undefined).join(' ');
  throw named.length > 0
    ? new UsageError(
        `nothing waits for a verdict: ${words}`,
        named.some(({ standing }) => standing.kind === 'judged')
          ? 'What has a verdict is judged anew by the name of the anomaly; see `tureen triage --list` for what waits.'
          : 'What does not affect the versions in use needs none; for a version in the field add --release <version>.',
      )
    : new UsageError(`no finding is "${words}"`, 'See `tureen triage --list` for what waits for a verdict.');
}

function isNamed(wanted: string, { id, aliases }: TriedFinding['finding']): boolean {
  return [id, ...aliases].some((name) => name.toLowerCase() === wanted.toLowerCase());
}
