import { rubyTokens, type RubyToken } from './ruby-tokens.ts';

/** A statement of a Ruby program, and how many blocks it opens and closes. */
export type RubyStatement = {
  readonly tokens: readonly RubyToken[];
  readonly line: number;
  readonly opens: number;
  readonly closes: number;
};

/** Divides a Gemfile into statements; `undefined` when it is no Ruby that can be divided. */
export function gemfileStatements(program: string): readonly RubyStatement[] | undefined {
  const tokens = rubyTokens(program);
  if (tokens === undefined) return undefined;
  const statements: RubyStatement[] = [];
  let current: RubyToken[] = [];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind !== 'break') {
      current.push(token);
      if (token.kind === 'sign') depth += /^[([{]$/.test(token.value) ? 1 : /^[)\]}]$/.test(token.value) ? -1 : 0;
      if (depth < 0) return undefined;
    } else if (depth === 0 && !continues(current.at(-1))) {
      for (const each of statementOf(current)) statements.push(each);
      current = [];
    }
  }
  return depth === 0 ? [...statements, ...statementOf(current)] : undefined;
}

/** A line that ends with a comma or an operator goes on in the next one. */
function continues(last: RubyToken | undefined): boolean {
  return last?.kind === 'label' || (last?.kind === 'sign' && /^(?:,|=>|&&|\|\||=|\.|\+)$/.test(last.value));
}

const openers: ReadonlySet<string> = new Set([
  'if',
  'unless',
  'case',
  'while',
  'until',
  'for',
  'begin',
  'def',
  'class',
  'module',
]);
const loops: ReadonlySet<string> = new Set(['while', 'until', 'for']);

/** `if` and its like open a block where a statement or a value begins; behind one they are a condition. */
function statementOf(tokens: readonly RubyToken[]): RubyStatement[] {
  const [first] = tokens;
  if (first === undefined) return [];
  const starts = tokens.filter(
    ({ kind, value }, index) =>
      kind === 'word' && openers.has(value) && (index === 0 || tokens[index - 1]?.value === '='),
  );
  const count = (word: string) => tokens.filter(({ kind, value }) => kind === 'word' && value === word).length;
  const blocks = count('do');
  const shared = starts.some(({ value }) => loops.has(value)) && blocks > 0 ? 1 : 0;
  return [{ tokens, line: first.line, opens: starts.length + blocks - shared, closes: count('end') }];
}
