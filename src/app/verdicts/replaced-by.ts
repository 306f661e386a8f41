import { approvalDoubt } from '../../base/anomalies/approval-doubt.ts';
import type { JudgedFinding } from '../../model/anomalies/verdict.ts';
import type { Dossier, FiledVerdict } from '../../model/dossier.ts';
import type { Withdrawn } from '../../records/writing/write-verdict.ts';

/** An earlier verdict that gives way to a new one, with what it loses; or that loses nothing, for it judged other versions. */
export type ReplacedVerdict = FiledVerdict & {
  /** The findings that it is about no more, each with the versions that it loses. */
  readonly lost: readonly JudgedFinding[];
  /** The findings that it is about as before: it spoke of them here, too, but judged other versions alone. */
  readonly kept: readonly JudgedFinding[];
  /** How many findings it is still about; where it loses any, its approval does not hold for these, for it was given to other words. */
  readonly left: number;
  /** Whether somebody had approved it as it stood. */
  readonly isApproved: boolean;
};

/** The verdicts that lose findings, in the order of the files. */
export function replacedBy(
  withdrawn: ReadonlyMap<string, readonly Withdrawn[]>,
  { verdicts, device, today }: Dossier,
): readonly ReplacedVerdict[] {
  const approvers = device.record.vulnerabilityReview?.approvers;
  return verdicts.flatMap(({ file, index, verdict }) => {
    const places = (withdrawn.get(file) ?? []).filter((place) => place.index === index);
    if (places.length === 0) return [];
    const kept = places
      .filter(({ isUntouched }) => isUntouched)
      .flatMap(({ position }) => verdict.judged[position] ?? []);
    const lost = places.flatMap(({ position, versionsLeft, isUntouched }) => {
      const judged = verdict.judged[position];
      if (judged === undefined || isUntouched) return [];
      return [{ ...judged, versions: judged.versions.filter((version) => !versionsLeft.includes(version)) }];
    });
    const gone = places.filter(({ versionsLeft }) => versionsLeft.length === 0).length;
    const isApproved = verdict.approved !== undefined && approvalDoubt(verdict, { approvers, today }) === undefined;
    return [{ file, index, verdict, lost, kept, left: verdict.judged.length - gone, isApproved }];
  });
}
