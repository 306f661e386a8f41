import type { Review } from '../../model/records/review.ts';
import { renderBlock, renderComment } from '../editing/render-yaml.ts';

/** The text of the minutes of a new review. */
export function reviewText({ date, by, data, scope, releases, findings, outcome }: Review): string {
  const heading = renderComment(
    'Minutes of one vulnerability review; data is the hash of the evaluation that was looked at.',
  );
  const named = releases !== undefined && { releases };
  const counted = findings !== undefined && { findings };
  return `${heading}\n${renderBlock({ date, by, data, scope, ...named, ...counted, outcome })}\n`;
}
