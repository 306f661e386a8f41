/** The three scores of a vector; where it states no metrics of threat or environment, these count as not defined. */
export type CvssScores = { readonly base: number; readonly threat: number; readonly environmental: number };

/** What a version of CVSS makes of a vector. */
export type VersionScores = CvssScores & {
  /** The scores beyond the base for which the vector states metrics. */
  readonly stated: readonly ('threat' | 'environmental')[];
};
