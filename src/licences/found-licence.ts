import type { DetectedLicence } from '../model/licences/detected-licence.ts';

/** A licence that was detected between two positions of the words of a text, before it has lines. */
export type FoundLicence = Pick<DetectedLicence, 'by' | 'candidates' | 'doubt'> & {
  readonly from: number;
  readonly to: number;
};
