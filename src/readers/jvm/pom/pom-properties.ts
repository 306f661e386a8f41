/** A text with its properties put in; when one of them is not known, it stands there as it was written. */
export type Filled = { readonly text: string; readonly known: boolean };

/** Puts the values of properties into a text. */
export type FillProperties = (text: string) => Filled;

/** Longer than any version or name; values that refer to others can grow without end. */
const longest = 1000;

/** Values that lead from one to the next further than this are of no real project. */
const deepest = 100;

/** Puts `${name}` in, values inside of values too; what refers to itself, or grows too long, is not known. */
export function propertyFiller(valueOf: (name: string) => string | undefined): FillProperties {
  const known = new Map<string, Filled>();
  let depth = 0;
  const fill = (text: string): Filled => {
    if (text.length > longest && text.includes('${')) return { text: text.slice(0, longest), known: false };
    const pieces = text.split(/(\$\{[^${}]*\})/).map((piece): Filled => {
      const isReference = piece.startsWith('${') && piece.endsWith('}');
      return isReference ? valueNamed(piece.slice(2, -1)) : { text: piece, known: !piece.includes('${') };
    });
    const filled = pieces.map((piece) => piece.text).join('');
    if (filled.length > longest) return { text: text.slice(0, longest), known: false };
    return { text: filled, known: pieces.every((piece) => piece.known) };
  };
  const valueNamed = (name: string): Filled => {
    const unknown = { text: `\${${name}}`, known: false };
    const found = known.get(name);
    if (found !== undefined) return found;
    known.set(name, unknown);
    const value = valueOf(name);
    depth++;
    const filled = value === undefined || depth > deepest ? unknown : fill(value);
    depth--;
    const result = filled.known ? filled : unknown;
    known.set(name, result);
    return result;
  };
  return fill;
}
