import type { Filed } from '../../model/filed.ts';
import type { Review } from '../../model/records/review.ts';
import { compareText } from '../compare.ts';

/** The file of the minutes of a day, or of a further review on it. */
export function reviewFile(day: string, number: number): string {
  return `soup/reviews/${day}${number === 1 ? '' : `-${number}`}.yaml`;
}

/** Which review of its day a file holds by its name; 1 where the name does not tell. */
export function reviewNumber(file: string): number {
  return Number(/\/\d{4}-\d\d-\d\d-([1-9]\d{0,5})\.yaml$/.exec(file)?.[1] ?? 1);
}

/** Orders minutes by their day, and those of one day as they were written. */
export function compareReviews(a: Filed<Review>, b: Filed<Review>): number {
  return (
    compareText(a.record.date, b.record.date) ||
    reviewNumber(a.file) - reviewNumber(b.file) ||
    compareText(a.file, b.file)
  );
}
