/** A part of an executable: where it lies in the file, and where in memory once loaded. */
export type ExecutableSection = {
  readonly name: string;
  readonly address: number;
  readonly start: number;
  readonly bytes: number;
  /** Whether it holds data that a program changes. */
  readonly writable: boolean;
};
