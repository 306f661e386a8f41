import type { CmakeArgument, CmakeCommand } from './cmake-syntax.ts';

/** Follows the variables of one file, command by command, as far as plain `set()` tells what they hold. */
export type CmakeVariables = {
  /** Takes note of a command. */
  readonly pass: (command: CmakeCommand) => void;
  /** An argument with its variables replaced and its escapes undone, or the reason why that cannot be done. */
  readonly resolve: (argument: CmakeArgument) => Resolved;
};

/** The text of an argument, or what it is as written when a variable of it is not known. */
export type Resolved = { readonly text: string; readonly isKnown: boolean };

/** No variable is known before the file begins; what others set, or a person on the command line, nobody can read here. */
export function cmakeVariables(): CmakeVariables {
  const values = new Map<string, Setting[]>();
  const blocks: number[] = [];
  let lastBlock = 0;

  const valueOf = (name: string): string | undefined => {
    const settings = values.get(name) ?? [];
    const last = settings.at(-1);
    const isSure = settings.some(({ block }) => block.every((id, level) => blocks[level] === id));
    return isSure && settings.every(({ value }) => value === last?.value) ? last?.value : undefined;
  };

  const resolve = ({ kind, text }: CmakeArgument): Resolved =>
    kind === 'bracket' ? { text, isKnown: true } : replaceReferences(text, valueOf);

  const note = (name: string, value: string | undefined) => {
    const block = blocks.slice(0, deepest);
    const others = (values.get(name) ?? []).filter((one) => !block.every((id, level) => one.block[level] === id));
    const kept = others.length < mostSettings ? others : [{ value: undefined, block: [] }];
    values.set(name, [...kept, { value, block }]);
  };

  return {
    resolve,
    pass: ({ name, arguments: all }) => {
      if (/^end(?:if|foreach|while|function|macro|block)$/.test(name)) blocks.pop();
      if (/^else(?:if)?$/.test(name)) blocks.splice(-1, 1, ++lastBlock);
      if (/^(?:if|foreach|while|function|macro|block)$/.test(name)) blocks.push(++lastBlock);
      const [variable, ...rest] = all;
      if (variable === undefined) return;
      if (name === 'set') {
        const words = rest.map(({ text }) => text);
        if (words.at(-1) === 'PARENT_SCOPE') return;
        const parts = rest.map(resolve);
        const length = parts.reduce((sum, { text }) => sum + text.length, 0);
        const isPlain =
          words.length > 0 && !words.includes('CACHE') && length <= longest && parts.every(({ isKnown }) => isKnown);
        note(variable.text, isPlain ? parts.map(({ text }) => text).join(';') : undefined);
      } else if (changing.has(name)) {
        for (const { text } of all) if (values.has(text)) note(text, undefined);
      }
    },
  };
}

/** A value and the blocks it was set in, from the outermost to the innermost. */
type Setting = { readonly value: string | undefined; readonly block: readonly number[] };

/** More places than this to set one variable in are not told apart. */
const mostSettings = 20;

/** Blocks that lie deeper are not told apart. */
const deepest = 50;

/** Commands that put other things into the variables they name. */
const changing = new Set(
  'unset list string math file foreach option separate_arguments execute_process get_filename_component cmake_path cmake_parse_arguments'.split(
    ' ',
  ),
);

/** Replaces references from the inside out, so that `${A_${B}}` works; what is left of them is not known. */
function replaceReferences(text: string, valueOf: (name: string) => string | undefined): Resolved {
  if (!/[$@\\]/.test(text)) return { text, isKnown: true };
  if (text.length > longest) return { text, isKnown: false };
  let known = text;
  let length = text.length;
  for (let round = 0; round < 10 && known.includes('${'); round++) {
    known = known.replace(/(?<!\\)\$\{([A-Za-z0-9_./+-]+)\}/g, (whole, name: string) => {
      const value = valueOf(name);
      length += value?.length ?? 0;
      return length > longest ? whole : (value ?? whole);
    });
  }
  if (/(?<!\\)\$(?:\{|ENV\{|CACHE\{|<)|@[A-Za-z0-9_]+@/.test(known)) return { text, isKnown: false };
  return { text: known.replace(/\\([^A-Za-z0-9;])/g, '$1'), isKnown: true };
}

/** No address, tag or hash is as long; values that double in every line stop here. */
const longest = 10_000;
