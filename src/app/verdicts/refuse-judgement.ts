import { hashVerdict } from '../../base/anomalies/hash-verdict.ts';
import { scoreCvss } from '../../base/cvss/score-cvss.ts';
import { UsageError } from '../../base/errors.ts';
import { packageOf } from '../../base/packages/purl.ts';
import { parseVers } from '../../base/packages/vers.ts';
import type { Dossier, Standing } from '../../model/dossier.ts';
import { refuseStranger } from '../refuse-stranger.ts';
import type { Judgement } from './compose-verdict.ts';
import { heldByRange } from './held-by-range.ts';
import { isWaiting } from '../../base/anomalies/is-waiting.ts';
import type { TriedFinding } from './open-triage.ts';

/**
 * Throws `UsageError` for a judgement of some findings that cannot stand: of what somebody else has judged since a person
 * began to look, of what contradicts itself, and of what would close more than is meant.
 */
export function refuseJudgement(
  seen: Dossier,
  now: Dossier,
  findings: readonly TriedFinding[],
  judgement: Judgement,
): void {
  refuseMeanwhile(seen, findings);
  refuseContradictions(now, findings, judgement);
  refuseReach(now, findings, judgement);
}

/** Whoever looks at a finding for an hour must not write over what somebody else has judged in it. */
function refuseMeanwhile({ findings: before }: Dossier, findings: readonly TriedFinding[]): void {
  const known = new Map(before.map(({ finding, standing }) => [finding, judgedIn(standing)]));
  for (const { finding, standing } of findings) {
    const now = judgedIn(standing);
    if (now === undefined || known.get(finding) === now) continue;
    const { verdict, file } = ('met' in standing && standing.met?.filed) || {};
    throw new UsageError(
      `${finding.id} was judged meanwhile: ${verdict?.status} by ${verdict?.by} on ${verdict?.on}, in ${file}`,
      'Look at it, and judge it anew where it is not right.',
    );
  }
}

function judgedIn(standing: Standing): string | undefined {
  return 'met' in standing && standing.met !== undefined ? hashVerdict(standing.met.filed.verdict) : undefined;
}

/** What a schema cannot know: who is known, which ranges fit, which words go together. */
function refuseContradictions(
  { device, today }: Dossier,
  findings: readonly TriedFinding[],
  judgement: Judgement,
): void {
  const { by, owner, status, justification, validFor, until, security } = judgement;
  for (const id of [by, owner]) if (id !== undefined) refuseStranger(device.record, id);
  if (status === 'not_affected' && justification === undefined)
    throw new UsageError('the status not_affected has no justification', 'Name one with --justification.');
  if (status !== 'not_affected' && justification !== undefined)
    throw new UsageError(`the status ${status} takes no justification`, 'Leave it out, or write status not_affected.');
  if (until !== undefined && until < today)
    throw new UsageError(`the last day of the verdict, ${until}, has passed`, 'Name a day that is still to come.');
  if (security !== undefined && scoreCvss(security.vector) === undefined)
    throw new UsageError(
      `"${security.vector}" is no CVSS vector: a metric is unknown, stands twice or is missing`,
      'Write it as CVSS:3.1/AV:L/….',
    );
  if (validFor === undefined) return;
  const range = parseVers(validFor);
  if ('problem' in range)
    throw new UsageError(
      `"${validFor}" is no range of versions: ${range.problem}`,
      'Write it as vers:npm/>=7.0.0|<8.0.0.',
    );
  const other = findings.find(({ entry }) => entry.component.type !== range.type);
  if (other !== undefined)
    throw new UsageError(
      `"${validFor}" is no range for ${packageOf(other.finding.component)}`,
      `Write it as vers:${other.entry.component.type}/….`,
    );
}

/** What somebody left open on purpose is not closed by the range of the verdict on the rest. */
function refuseReach({ findings: all }: Dossier, findings: readonly TriedFinding[], { validFor }: Judgement): void {
  const meant = new Set(findings.map(({ finding }) => finding));
  const leftOpen = all.filter((one) => isWaiting(one) && !meant.has(one.finding));
  const held = validFor === undefined ? undefined : heldByRange(validFor, findings, leftOpen);
  if (held === undefined) return;
  throw new UsageError(
    `"${validFor}" holds for ${held.finding.component}, too, which is left open`,
    'Narrow the range, or judge it in one go with the others.',
  );
}
