import { refuse, type YamlLines } from './plain-yaml-lines.ts';

/** The value of a scalar without quotes: its text, or what the core schema makes of it (YAML 1.2.2, 10.3) where that is asked for. */
export function scalarOf(lines: YamlLines, text: string): unknown {
  if (lines.typing === undefined || !mayBeTyped(text)) return text;
  if (nulls.has(text)) return nothing;
  if (/^(?:[Tt]rue|TRUE)$/.test(text)) return true;
  if (/^(?:[Ff]alse|FALSE)$/.test(text)) return false;
  if (/^[-+]?[0-9]+$/.test(text)) return Number.parseInt(text, 10);
  if (/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/.test(text)) return Number.parseFloat(text);
  return /^(?:0[ox]|[-+]?\.(?:inf|nan)$)/i.test(text) ? refuse(lines, 'nobody writes a number like this') : text;
}

/** The value of nothing: the empty text, or null by the core schema. */
export function emptyScalar({ typing }: YamlLines): '' | typeof nothing {
  return typing === undefined ? '' : nothing;
}

/** Refuses a key that the core schema takes for something else than its text, or that is too long to stand before a colon. */
export function checkKey(lines: YamlLines, key: string, isQuoted: boolean): void {
  if (lines.typing === undefined) return;
  const isWord = isQuoted || (scalarOf(lines, key) === key && !/^[-?:,[\]{}#&*!|>'"%@`]/.test(key));
  if (key.length > 500 || !isWord) refuse(lines, 'this key is more than a word');
}

/** Numbers begin with a digit, a sign or a point; the words are short. */
function mayBeTyped(text: string): boolean {
  const code = text.charCodeAt(0);
  return code < 58 || Number.isNaN(code) || text.length <= 5;
}

// oxlint-disable-next-line unicorn/no-null -- the core schema has a null, and a schema of ours tells it from an absent key
const nothing = null;

const nulls: ReadonlySet<string> = new Set(['', '~', 'null', 'Null', 'NULL']);
