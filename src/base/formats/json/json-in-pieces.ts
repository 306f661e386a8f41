/**
 * Writes an object as `JSON.stringify` does with an indent of two, letter by letter, and a line end. It comes in pieces, for
 * the text of a long list is larger than the list: a thousand findings take a megabyte.
 */
export function* jsonInPieces(value: object): Generator<string> {
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  let before = '{\n';
  for (const [name, member] of members) {
    yield before;
    yield* memberInPieces(name, member);
    before = ',\n';
  }
  yield members.length === 0 ? '{}\n' : '\n}\n';
}

/** How many entries of a list make one piece. */
const together = 200;

function* memberInPieces(name: string, member: unknown): Generator<string> {
  if (!Array.isArray(member) || member.length <= together) {
    yield lines({ [name]: member }).slice('{\n'.length, -'\n}'.length);
    return;
  }
  const opening = `  ${JSON.stringify(name)}: [\n`;
  for (let from = 0; from < member.length; from += together) {
    const some = lines({ [name]: member.slice(from, from + together) });
    yield from === 0 ? opening : ',\n';
    yield some.slice('{\n'.length + opening.length, -'\n  ]\n}'.length);
  }
  yield '\n  ]';
}

function lines(value: object): string {
  return JSON.stringify(value, undefined, 2);
}
