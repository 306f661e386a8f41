/** A notice that names a licence or an exception: the expression, or the candidates where it leaves open which one. */
export type Notice = {
  readonly ids: readonly string[];
  /** Why a person has to answer; `undefined` where the one id is the answer. */
  readonly doubt: string | undefined;
  readonly from: number;
  readonly to: number;
};

/** A licence that stands by its name in a sentence, and the position behind it. */
export type NamedTerm = Pick<Notice, 'ids' | 'doubt'> & { readonly after: number };
