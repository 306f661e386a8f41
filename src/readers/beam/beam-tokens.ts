/** A piece of an Elixir or Erlang text, as far as lockfiles and lists of dependencies need to be understood. */
export type BeamToken = {
  readonly kind: 'text' | 'composed' | 'atom' | 'label' | 'word' | 'sign';
  readonly value: string;
  readonly line: number;
};

/** A language of the Erlang machine. */
export type BeamLanguage = 'elixir' | 'erlang';

/** Divides a text into tokens, comments left out; a line number where a text in it does not end. */
export function beamTokens(program: string, language: BeamLanguage): readonly BeamToken[] | number {
  const rules = language === 'elixir' ? elixir : erlang;
  const tokens: BeamToken[] = [];
  let line = 1;
  for (let at = 0; at < program.length;) {
    const found = firstMatch(rules, program, at);
    if (found === undefined) {
      const code = program.charCodeAt(at);
      if (code === 34 || code === 39) return line;
      if (code === 10) line++;
      at++;
      continue;
    }
    const { kind, value, whole } = found;
    if (kind !== 'comment') tokens.push({ kind, value, line });
    for (let end = whole.indexOf('\n'); end !== -1; end = whole.indexOf('\n', end + 1)) line++;
    at += whole.length;
  }
  return tokens;
}

type Rule = readonly [kind: BeamToken['kind'] | 'comment', pattern: RegExp];

function firstMatch(rules: readonly Rule[], program: string, at: number) {
  for (const [kind, pattern] of rules) {
    pattern.lastIndex = at;
    const match = pattern.exec(program);
    if (match === null) continue;
    const value = match[1] ?? match[0];
    const isComposed = kind === 'text' && /#\{|\\/.test(value);
    return { kind: isComposed ? ('composed' as const) : kind, value, whole: match[0] };
  }
  return undefined;
}

const elixir: readonly Rule[] = [
  ['comment', /#.*/y],
  ['composed', /"""[^]*?"""/y],
  ['composed', /'''[^]*?'''/y],
  [
    'composed',
    /~[A-Za-z]+(?:"[^"]{0,5000}"|'[^']{0,5000}'|\([^)]{0,5000}\)|\[[^\]]{0,5000}\]|\{[^}]{0,5000}\}|\/[^/]{0,5000}\/|\|[^|]{0,5000}\||<[^>]{0,5000}>)[a-z]*/y,
  ],
  ['label', /"((?:[^"\\]|\\[^])*)":(?!:)/y],
  ['text', /"((?:[^"\\]|\\[^])*)"/y],
  ['composed', /'(?:[^'\\]|\\[^])*'/y],
  ['atom', /:"([^"\\]*)"/y],
  ['atom', /:([A-Za-z_][\w@]*[?!]?)/y],
  ['label', /([A-Za-z_]\w*[?!]?):(?!:)/y],
  ['word', /@?[A-Za-z_0-9]\w*(?:\.\w+)*[?!]?/y],
  ['sign', /%\{|=>|<<|>>|->|\|>|\+\+|<>|::|[^\s\w"']/y],
];

const erlang: readonly Rule[] = [
  ['comment', /%.*/y],
  ['text', /<<"((?:[^"\\]|\\[^])*)"(?:\/utf8)?>>/y],
  ['text', /"((?:[^"\\]|\\[^])*)"/y],
  ['atom', /'([^'\\]*)'/y],
  ['atom', /[a-z][\w@]*/y],
  ['word', /[A-Z_0-9]\w*(?:\.\d+)?/y],
  ['sign', /[^\s\w"']/y],
];
