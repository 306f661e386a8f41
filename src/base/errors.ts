/** The person used the tool wrongly: an unknown option, a file that is not there; exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  /** What to do instead. */
  readonly help: string;

  constructor(message: string, help: string) {
    super(message);
    this.help = help;
  }
}

/** The world failed: a disk is full, a host does not answer, a store is held by another process; exit code 2. */
export class HostError extends Error {
  override readonly name = 'HostError';
  /** What to do about it. */
  readonly help: string;
  /** What a host on a network answers that refuses this question, and may answer another. */
  readonly status: number | undefined;
  /** Whether a host on a network said nothing for as long as patience lasts. */
  readonly isSilence: boolean;

  constructor(
    message: string,
    help: string,
    cause?: unknown,
    { status, isSilence = false }: { readonly status?: number | undefined; readonly isSilence?: boolean } = {},
  ) {
    super(message, { cause });
    this.help = help;
    this.status = status;
    this.isSilence = isSilence;
  }
}
