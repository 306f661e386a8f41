/** The line, from 1, on which a merge conflict begins that git left in a text; `undefined` when it left none. */
export function mergeConflict(text: string): number | undefined {
  const found = /^(?:<{7}|>{7})(?: |\r?$)/m.exec(text);
  return found === null ? undefined : text.slice(0, found.index).split('\n').length;
}
