/**
 * A licence that a text resembles, and how alike the two are, from 0 to 1: an SPDX identifier, or the expression that the
 * text comes to, such as `GPL-2.0-or-later WITH Classpath-exception-2.0`.
 */
export type LicenceCandidate = { readonly id: string; readonly score: number };

/**
 * A licence that was detected in a text: a fact of its own beside what was declared and what a person concluded. With
 * `doubt` it is a question to a person, and the candidates are what may be the answer.
 */
export type DetectedLicence = {
  /** The whole text of a licence, word for word or nearly; a notice that names one; or an `SPDX-License-Identifier` line. */
  readonly by: 'exact-text' | 'near-text' | 'notice' | 'identifier';
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
