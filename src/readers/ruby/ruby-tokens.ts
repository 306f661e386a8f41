/** A piece of a Ruby program, as far as a Gemfile needs to be understood. */
export type RubyToken = {
  readonly kind: 'text' | 'symbol' | 'label' | 'word' | 'sign' | 'break' | 'list';
  /** A text's or symbol's value, a label without its colon; of a `%w[…]` list its words, parted by blanks. */
  readonly value: string;
  readonly line: number;
  /** A text that is put together when the program runs. */
  readonly isComposed?: boolean;
};

/** Divides a Ruby program into tokens, comments left out; `undefined` when a text in it does not end. */
export function rubyTokens(program: string): readonly RubyToken[] | undefined {
  const tokens: RubyToken[] = [];
  let line = 1;
  for (let at = 0; at < program.length;) {
    const rule = rules.find(({ start, when }) => {
      start.lastIndex = at;
      return start.test(program) && (when === undefined || when(tokens.at(-1)));
    });
    if (rule === undefined) {
      at++;
      continue;
    }
    rule.whole.lastIndex = at;
    const match = rule.whole.exec(program);
    if (match === null) return undefined;
    const token = rule.token(match[1] ?? match[0], match[0]);
    if (token?.value === '__END__' && token.kind === 'word') break;
    if (token !== undefined) tokens.push({ ...token, line });
    for (let end = match[0].indexOf('\n'); end !== -1; end = match[0].indexOf('\n', end + 1)) line++;
    at += match[0].length;
  }
  return tokens;
}

type Rule = {
  readonly start: RegExp;
  /** What has to stand before it. */
  readonly when?: (before: RubyToken | undefined) => boolean;
  readonly whole: RegExp;
  readonly token: (value: string, whole: string) => Omit<RubyToken, 'line'> | undefined;
};

/** Where a value can begin, a slash begins a pattern and a percent sign a list; elsewhere both divide. */
const expectsValue = (before: RubyToken | undefined): boolean =>
  before === undefined ||
  before.kind === 'break' ||
  before.kind === 'label' ||
  (before.kind === 'sign' && !/^[)\]}]$/.test(before.value)) ||
  (before.kind === 'word' &&
    /^(?:if|unless|when|and|or|not|in|return|elsif|while|until|gem|group|groups)$/.test(before.value));

const text = (value: string): Omit<RubyToken, 'line'> => ({
  kind: 'text',
  value,
  isComposed: value.includes('#{') || value.includes('\\'),
});

const rules: readonly Rule[] = [
  { start: /^=begin\b/my, whole: /=begin\b[^]*?^=end\b.*/my, token: () => undefined },
  { start: /#/y, whole: /#.*/y, token: () => undefined },
  { start: /\\\r?\n/y, whole: /\\\r?\n/y, token: () => undefined },
  { start: /\n|;/y, whole: /\n|;/y, token: (value) => ({ kind: 'break', value }) },
  { start: /"/y, whole: /"((?:[^"\\]|\\[^])*)"(?!:)/y, token: text },
  { start: /'/y, whole: /'((?:[^'\\]|\\[^])*)'/y, token: text },
  { start: /%[wi][[({<]/iy, when: expectsValue, whole: /%[wi][[({<]([^\])}>]*)[\])}>]/iy, token: list },
  { start: /%q?[[({]/iy, when: expectsValue, whole: /%q?[[({]([^\])}]*)[\])}]/iy, token: text },
  { start: /%q</y, when: expectsValue, whole: /%q<([^>]*)>/y, token: text },
  { start: /\/(?![\s=])/y, when: expectsValue, whole: /\/(?:[^/\\\n]|\\.)*\/[a-z]*/y, token: composed },
  { start: /:"/y, whole: /:"([^"\\]*)"/y, token: (value) => ({ kind: 'symbol', value }) },
  { start: /::/y, whole: /::/y, token: (value) => ({ kind: 'sign', value }) },
  { start: /:[A-Za-z_]/y, whole: /:([A-Za-z_]\w*[?!]?)/y, token: (value) => ({ kind: 'symbol', value }) },
  { start: /[A-Za-z_]\w*[?!]?:(?!:)/y, whole: /([A-Za-z_]\w*[?!]?):/y, token: (value) => ({ kind: 'label', value }) },
  { start: /[@$]{0,2}[A-Za-z_0-9]/y, whole: /[@$]{0,2}\w+[?!]?/y, token: (value) => ({ kind: 'word', value }) },
  { start: /\S/y, whole: /=>|&&|\|\||=~|==|\S/y, token: (value) => ({ kind: 'sign', value }) },
];

function list(value: string): Omit<RubyToken, 'line'> {
  return { kind: 'list', value: value.trim().replace(/\s+/g, ' ') };
}

function composed(value: string): Omit<RubyToken, 'line'> {
  return { kind: 'text', value, isComposed: true };
}
