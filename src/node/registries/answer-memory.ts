/** The latest answers of a run, so that one which many packages ask for is fetched, inflated and decoded once. */
export type AnswerMemory = {
  /** The text of an answer, or that there is none at the address; `undefined` where it is not remembered. */
  readonly take: (address: string) => { readonly text: string | undefined } | undefined;
  readonly keep: (address: string, text: string | undefined) => void;
};

/** Remembers texts until they have so many characters together; the one used last stays, however long it is. */
export function answerMemory(mostCharacters = 128 * 2 ** 20): AnswerMemory {
  const texts = new Map<string, string>();
  const absent = new Set<string>();
  let characters = 0;
  const forget = (address: string) => {
    characters -= texts.get(address)?.length ?? 0;
    texts.delete(address);
  };
  const keep: AnswerMemory['keep'] = (address, text) => {
    forget(address);
    if (text === undefined) {
      absent.add(address);
      return;
    }
    texts.set(address, text);
    characters += text.length;
    for (const oldest of texts.keys()) {
      if (characters <= mostCharacters || oldest === address) break;
      forget(oldest);
    }
  };
  return {
    keep,
    take: (address) => {
      const text = texts.get(address);
      if (text === undefined) return absent.has(address) ? { text } : undefined;
      keep(address, text);
      return { text };
    },
  };
}
