import { counted } from '../../base/counted.ts';
import type { Evidence } from '../../model/answer.ts';
import type { Dossier } from '../../model/dossier.ts';
import type { Filed } from '../../model/filed.ts';
import type { Review } from '../../model/records/review.ts';
import { shortHash } from './short-hash.ts';

/** What a review has not looked at of what is known now: it is of other data than the findings come from, or of fewer findings. */
export function unseenBy({ file, record }: Filed<Review>, { evaluation: state }: Dossier): readonly Evidence[] {
  if (!('evaluation' in state)) return [];
  const { data, findings } = state.evaluation;
  if (!data.hash.startsWith(record.data)) {
    const text = `the review looked at the data ${shortHash(record.data)}, the evaluation at ${shortHash(data.hash)}`;
    return [{ text, place: { file, keyPath: ['data'] } }];
  }
  const open = findings.filter(({ result }) => result !== 'not-affected').length;
  const place = { file, keyPath: ['findings'] };
  if (record.findings === undefined)
    return open === 0
      ? []
      : [{ text: `the review does not say how many findings it looked at; the evaluation has ${open}`, place }];
  if (record.findings >= open) return [];
  return [
    {
      text: `the review looked at ${counted(record.findings, 'finding')}, the evaluation has ${open} that affect or are undetermined`,
      place,
    },
  ];
}
