import { rubyTokens, type RubyToken } from './ruby-tokens.ts';

/** A plain text of a gem specification, and its line. */
export type GemspecText = { readonly value: string; readonly line: number };

/** What a gem specification tells; what is put together only when it is run is left out. */
export type Gemspec = {
  readonly name: GemspecText | undefined;
  readonly version: GemspecText | undefined;
  readonly licences: readonly GemspecText[];
  readonly authors: readonly string[];
  readonly homepage: string | undefined;
  readonly summary: string | undefined;
  /** The names of the gems that it needs when it runs. */
  readonly needs: readonly string[];
};

/** Reads a specification as RubyGems writes it: assignments `s.name = "rake".freeze` and calls `s.add_dependency(…)`. */
export function readGemspec(program: string): Gemspec | undefined {
  const tokens = rubyTokens(program);
  if (tokens === undefined) return undefined;
  const texts = (key: string) => assigned(tokens, key);
  const asked = (...calls: readonly string[]) => calls.flatMap((call) => called(tokens, call));
  // An older RubyGems writes each dependency once more for one that is older still, which knows only one kind.
  const development = new Set(asked('add_development_dependency'));
  const needs = asked('add_runtime_dependency', 'add_dependency').filter((name) => !development.has(name));
  return {
    name: texts('name')[0],
    version: texts('version')[0],
    licences: [...texts('licenses'), ...texts('license')],
    authors: [...texts('authors'), ...texts('author')].map(({ value }) => value),
    homepage: texts('homepage')[0]?.value,
    summary: texts('summary')[0]?.value,
    needs: [...new Set(needs)],
  };
}

/** The plain texts of `s.key = …`, one or a list of them. */
function assigned(tokens: readonly RubyToken[], key: string): readonly GemspecText[] {
  const start = tokens.findIndex(
    ({ kind, value }, at) =>
      kind === 'word' && value === key && tokens[at - 1]?.value === '.' && tokens[at + 1]?.value === '=',
  );
  if (start === -1) return [];
  const behind = tokens.slice(start + 2);
  const isList = behind[0]?.value === '[';
  const end = behind.findIndex(({ kind, value }) => (isList ? value === ']' : kind === 'break'));
  return behind.slice(0, Math.max(end, 0)).flatMap((token) => (token.kind === 'text' ? (plainText(token) ?? []) : []));
}

/** The first texts of the calls `s.call(…)`. */
function called(tokens: readonly RubyToken[], call: string): readonly string[] {
  return tokens.flatMap(({ kind, value }, at) => {
    if (kind !== 'word' || value !== call || tokens[at - 1]?.value !== '.') return [];
    const first = tokens[tokens[at + 1]?.value === '(' ? at + 2 : at + 1];
    return first?.kind === 'text' ? (plainText(first)?.value ?? []) : [];
  });
}

/** A text as Ruby's `String#dump` writes it, unless Ruby would put something in when it runs. */
function plainText({ value, line }: RubyToken): GemspecText | undefined {
  if (/(?<!\\)#\{/.test(value)) return undefined;
  const plain = value
    .replace(
      /\\u(?:\{([\dA-Fa-f]{1,5})\}|([\dA-Fa-f]{4}))|\\n|\\(["'\\#])/g,
      (_, wide?: string, code?: string, sign?: string) =>
        (wide ?? code) !== undefined ? String.fromCodePoint(Number.parseInt(wide ?? code ?? '', 16)) : (sign ?? ' '),
    )
    .trim();
  return plain === '' ? undefined : { value: plain, line };
}
