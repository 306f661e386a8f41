import { readStatement, type Statement } from './requirement.ts';

/** A line of a requirements file as pip sees it: continuations joined, comments taken off. */
export type RequirementLine = {
  /** The line, from 1, on which it begins. */
  readonly line: number;
  readonly statement: Statement;
  /** What pip-compile and uv say in `# via` comments: who asked for it; `undefined` without such a comment. */
  readonly via: readonly string[] | undefined;
};

/** Splits a requirements file; a `# via` comment belongs to the line that it stands on or below. */
export function requirementLines(text: string): readonly RequirementLine[] {
  const found: { line: number; text: string; via: string[] | undefined }[] = [];
  let joined: { line: number; parts: string[] } | undefined;
  let inVia = false;
  for (const [index, physical] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const isComment = /^\s*#/.test(physical);
    if (!isComment && physical.endsWith('\\')) {
      joined ??= { line: index + 1, parts: [] };
      joined.parts.push(physical.slice(0, -1));
      continue;
    }
    const { line, parts } = joined ?? { line: index + 1, parts: [] };
    joined = undefined;
    const [content, comment] = splitComment([...parts, isComment ? ` ${physical}` : physical].join(''));
    if (content !== '') found.push({ line, text: content, via: undefined });
    const current = found.at(-1);
    const names: string[] | undefined =
      comment === undefined || current === undefined ? undefined : viaNames(comment, inVia && content === '');
    if (names !== undefined && current !== undefined) {
      current.via ??= [];
      for (const name of names) current.via.push(name);
    }
    inVia = names !== undefined;
  }
  if (joined !== undefined)
    found.push({ line: joined.line, text: splitComment(joined.parts.join(''))[0], via: undefined });
  return found
    .filter((each) => each.text !== '')
    .map((each) => ({ line: each.line, statement: readStatement(each.text), via: each.via }));
}

/** A comment begins with `#` at the start or after a space, so that the fragment of an address is none. */
function splitComment(text: string): readonly [content: string, comment: string | undefined] {
  const at = text.search(/(?:^|\s)#/);
  if (at === -1) return [text.trim(), undefined];
  return [text.slice(0, at).trim(), text.slice(text.indexOf('#', at) + 1)];
}

/** The names behind `via`, or on the indented lines that follow it; `undefined` for any other comment. */
function viaNames(comment: string, inVia: boolean): string[] | undefined {
  const words = /^\s*via(?=\s|$)/.test(comment) ? comment.trimStart().slice('via'.length) : undefined;
  const names = words ?? (inVia && /^\s{2}/.test(comment) ? comment : undefined);
  return names
    ?.split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
