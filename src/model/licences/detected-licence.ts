/** A licence that a text resembles: its SPDX identifier and how alike the two are, from 0 to 1. */
export type LicenceCandidate = { readonly id: string; readonly score: number };

/**
 * A licence that was detected in a text: a fact of its own beside what was declared and what a person concluded. With
 * `doubt` it is a question to a person, and the candidates are what may be the answer.
 */
export type DetectedLicence = {
  /** The whole text of a licence, word for word or nearly; or a notice that names one. */
  readonly by: 'exact-text' | 'near-text' | 'notice';
  /** The best first; never empty. */
  readonly candidates: readonly LicenceCandidate[];
  /** Why a person has to answer; `undefined` where the first candidate is the answer. */
  readonly doubt: string | undefined;
  /** The lines of the file that it stands on. */
  readonly line: number;
  readonly endLine: number;
};

/** What the text of one file says about licences. */
export type LicenceReading = {
  readonly detected: readonly DetectedLicence[];
  /** How many words belong to no licence that is known; names of persons and projects are among them. */
  readonly otherWords: number;
};
