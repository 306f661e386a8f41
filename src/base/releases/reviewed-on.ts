import type { Filed } from '../../model/filed.ts';
import type { Review } from '../../model/records/review.ts';

/** The last day on which a review looked at a release, as its minutes name it; one that is dated ahead has looked at nothing. */
export function reviewedOn(version: string, reviews: readonly Filed<Review>[], today: string): string | undefined {
  return reviews
    .filter(({ record }) => record.releases?.includes(version) === true && record.date <= today)
    .map(({ record }) => record.date)
    .toSorted()
    .at(-1);
}
