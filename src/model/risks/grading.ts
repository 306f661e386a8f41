/** How an edition of IEC 62304 grades software (4.3); data, so that another edition brings its own names and order. */
export type Grading = {
  readonly edition: string;
  /** From the one that asks least to the one that asks most. */
  readonly grades: readonly [string, ...string[]];
  /** What counts where nobody has decided. */
  readonly undecided: string;
};

/** The software safety classes of IEC 62304:2006+A1:2015. */
export const safetyClasses = {
  edition: '2006+A1:2015',
  grades: ['A', 'B', 'C'],
  undecided: 'C',
} as const satisfies Grading;
