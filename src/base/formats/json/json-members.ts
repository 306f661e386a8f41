/** A key of the outermost object of a JSON text and where its value stands, behind its first character and up to its end. */
export type JsonMember = { readonly key: string; readonly start: number; readonly end: number };

/** The members of the outermost object of a text that `JSON.parse` accepted, in the order in which they stand. */
export function jsonMembers(text: string): readonly JsonMember[] {
  const members: JsonMember[] = [];
  let depth = 0;
  let key: string | undefined;
  let start = -1;
  const end = (at: number) => {
    if (key !== undefined && start !== -1) members.push({ key, start, end: trimmedEnd(text, at) });
    key = undefined;
    start = -1;
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') {
      const close = endOfString(text, at);
      if (depth === 1 && key === undefined) key = String(JSON.parse(text.slice(at, close + 1)));
      else if (depth === 1 && start === -1) start = at;
      at = close;
    } else if (character === '{' || character === '[') {
      if (depth === 1 && start === -1) start = at;
      depth++;
    } else if (character === '}' || character === ']') {
      depth--;
      if (depth === 0) end(at);
    } else if (depth === 1 && character === ',') end(at);
    else if (depth === 1 && key !== undefined && start === -1 && character !== ':' && !/\s/.test(character ?? ''))
      start = at;
  }
  return members;
}

function trimmedEnd(text: string, end: number): number {
  let at = end;
  while (/\s/.test(text[at - 1] ?? '')) at--;
  return at;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}
