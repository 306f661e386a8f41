/** Bytes of which only those are fetched that somebody asks for: a big file, a part of one, or what lies in memory. */
export type RandomAccess = {
  readonly size: number;
  /** The bytes from an offset on; fewer than `length` where the end comes first. */
  readonly read: (start: number, length: number) => Promise<Uint8Array>;
};
