import { resolvePath } from '../../base/paths/resolve-path.ts';
import type { RubyStatement } from './gemfile-statements.ts';
import type { RubyToken } from './ruby-tokens.ts';

/**
 * The file that `eval_gemfile` takes in: a text, a path that is joined from the folder of the file itself, or a variable
 * that holds one of these, as the Gemfile of fastlane has it for its plugins. `undefined` when it is computed otherwise.
 */
export function includedFile(
  file: string,
  { tokens }: RubyStatement,
  statements: readonly RubyStatement[],
): string | undefined {
  const argument = withoutCondition(tokens.slice(1)).filter(({ value }) => value !== '(' && value !== ')');
  const [first, ...others] = argument;
  if (first === undefined) return undefined;
  if (others.length > 0 || first.kind !== 'word') return pathIn(file, argument);
  const assigned = statements.filter(({ tokens: [name, sign] }) => name?.value === first.value && sign?.value === '=');
  const [only] = assigned;
  return only === undefined || assigned.length > 1 ? undefined : pathIn(file, only.tokens.slice(2));
}

function withoutCondition(tokens: readonly RubyToken[]): readonly RubyToken[] {
  const end = tokens.findIndex(({ kind, value }) => kind === 'word' && (value === 'if' || value === 'unless'));
  return end === -1 ? tokens : tokens.slice(0, end);
}

/** Words that join a path to the folder of the file that they stand in. */
const joining: ReadonlySet<string> = new Set(['File', 'join', 'dirname', 'expand_path', '__FILE__', '__dir__']);

function pathIn(file: string, tokens: readonly RubyToken[]): string | undefined {
  const parts: string[] = [];
  for (const { kind, value, isComposed } of tokens) {
    if (kind === 'text' && isComposed !== true) parts.push(value);
    else if (kind === 'word' ? !joining.has(value) : kind !== 'sign' || !/^[().,]$/.test(value)) return undefined;
  }
  const words = new Set(tokens.map(({ value }) => value));
  // What begins at the file and not at its folder is one step further down.
  const base = words.has('__FILE__') && !words.has('dirname') ? `${file}/` : file;
  return parts.length === 0 ? undefined : resolvePath(base, parts.join('/'));
}
