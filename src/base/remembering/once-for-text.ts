/** A function of a text that is asked for the same few thousand texts again and again: each short one is worked out once. */
export function onceForText<V>(work: (text: string) => V): (text: string) => V {
  const known = new Map<string, { readonly value: V }>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before.value;
    const value = work(text);
    if (text.length > longest) return value;
    if (known.size >= mostKept) known.clear();
    known.set(text, { value });
    return value;
  };
}

const longest = 300;
const mostKept = 50_000;
