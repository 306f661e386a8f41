import { UsageError } from '../../base/errors.ts';
import { hashCanonical } from '../../base/hash-canonical.ts';
import { isPlaceholder } from '../../base/placeholder.ts';
import { quote } from '../../base/quote.ts';
import { reviewFile, reviewNumber } from '../../base/releases/compare-reviews.ts';
import { supportState } from '../../base/releases/support-state.ts';
import type { Dossier } from '../../model/dossier.ts';
import type { Review } from '../../model/records/review.ts';
import { reviewText } from '../../records/writing/write-review.ts';
import type { Host } from '../host.ts';
import { refuseStranger } from '../refuse-stranger.ts';
import { openTriage } from '../verdicts/open-triage.ts';

/** What people say of a review that they held; the evaluation tells the rest. */
export type ReviewOrder = {
  readonly by: readonly string[];
  readonly scope: string | undefined;
  readonly outcome: string | undefined;
  readonly releases: readonly string[];
};

/** Minutes that were written, and what they do not settle. */
export type RecordedReview = {
  readonly file: string;
  readonly review: Review;
  /** Defects that wait for a verdict all the same. */
  readonly waiting: number;
  /** Releases in the field that the minutes do not name. */
  readonly unnamed: readonly string[];
  /** The files of the same day that were there before, and stay as they are. */
  readonly earlier: readonly string[];
};

/**
 * Writes the minutes of a review of today, bound to the data of the evaluation, beside those of an earlier one on this day.
 * Throws `UsageError` where people did not say what they looked at and what came of it, where minutes of this day say all of it
 * already, or where the evaluation is not of today's inventory.
 */
export async function recordReview(host: Host, order: ReviewOrder): Promise<RecordedReview> {
  const by = order.by.length > 0 ? order.by : refuseUnsaid('who held the review', '--by');
  const scope = statedText(order.scope, 'what was looked at', '--scope');
  const outcome = statedText(order.outcome, 'what came of it', '--outcome');
  const { dossier, cases, doubt } = await openTriage(host);
  for (const person of by) refuseStranger(dossier.device.record, person);
  refuseUnknownRelease(dossier, order.releases);
  const state = dossier.evaluation;
  if (doubt !== undefined || !('evaluation' in state))
    throw new UsageError(
      `the evaluation is outdated: ${doubt ?? 'it cannot be read'}`,
      'Run `tureen evaluate` and look at what it finds: minutes are of what is known today.',
    );
  const { data, findings } = state.evaluation;
  const review: Review = {
    date: dossier.today,
    by: [...by],
    data: data.hash,
    scope,
    ...(order.releases.length > 0 && { releases: [...order.releases] }),
    findings: findings.filter(({ result }) => result !== 'not-affected').length,
    outcome,
  };
  refuseRepeated(dossier, review);
  const earlier = await reviewFilesOf(host, review.date);
  const file = reviewFile(review.date, Math.max(0, ...earlier.map(reviewNumber)) + 1);
  await host.files.edit([{ path: file, text: reviewText(review), before: undefined }]);
  return { file, review, waiting: cases.length, unnamed: fieldWithout(dossier, order.releases), earlier };
}

/** The same command twice is a slip: two records of one review would look like two reviews. */
function refuseRepeated({ reviews }: Dossier, review: Review): void {
  const same = reviews.find(({ record }) => hashCanonical(record) === hashCanonical(review));
  if (same === undefined) return;
  throw new UsageError(
    `${same.file} says the same already`,
    'Nothing is to be done; the minutes of a second review on this day say with --outcome what is otherwise.',
  );
}

async function reviewFilesOf(host: Host, day: string): Promise<readonly string[]> {
  const { files } = await host.files.list();
  return files
    .map(({ path }) => path)
    .filter((path) => path === reviewFile(day, reviewNumber(path)))
    .toSorted((a, b) => reviewNumber(a) - reviewNumber(b));
}

function statedText(text: string | undefined, what: string, option: string): string {
  const said = text?.trim() ?? '';
  if (said === '') return refuseUnsaid(what, option);
  if (!isPlaceholder(said)) return said;
  throw new UsageError(
    `${quote(said)} does not say ${what}`,
    `Write it with ${option}, in words that an auditor can follow.`,
  );
}

function refuseUnsaid(what: string, option: string): never {
  throw new UsageError(`it is not said ${what}`, `Add ${option}; nothing is assumed.`);
}

function refuseUnknownRelease({ releases }: Dossier, named: readonly string[]): void {
  const known = releases.map(({ record }) => record.version);
  const stranger = named.find((version) => !known.includes(version));
  if (stranger === undefined) return;
  throw new UsageError(
    `no release ${quote(stranger)} is recorded under soup/releases`,
    `Releases are ${known.join(', ') || 'not recorded yet'}; record one with \`tureen release\`.`,
  );
}

function fieldWithout({ releases, today }: Dossier, named: readonly string[]): readonly string[] {
  return releases
    .filter(({ record }) => supportState(record, today).kind !== 'ended' && !named.includes(record.version))
    .map(({ record }) => record.version);
}
