import assert from 'node:assert/strict';
import { test } from 'node:test';
import { safeText } from './safe-text.ts';

const texts: readonly (readonly [what: string, text: string, shown: string])[] = [
  ['an escape sequence', 'a\u001b[31mb', 'a\\u001b[31mb'],
  ['a control character of 8 bits', 'a\u009b31mb', 'a\\u009b31mb'],
  ['a direction override', 'a\u202eb\u2066c', 'a\\u202eb\\u2066c'],
  ['a letter without width', 'lodash\u200b\ufeff', 'lodash\\u200b\\ufeff'],
  ['a hidden tag', 'a\u{e0041}', 'a\\u{e0041}'],
  ['half of a pair', 'a\ud800b', 'a\\ud800b'],
  ['line breaks of all kinds', 'a\nb\r\nc\rd\u2028e', 'a↵b↵c↵d↵e'],
  ['a tab', 'a\tb', 'a b'],
  ['letters of any script', 'Größe 数 שלום 👩‍🔬', 'Größe 数 שלום 👩‍🔬'],
  ['a command to GitHub', '::error file=x::y', '\\u003a:error file=x::y'],
  ['the same behind spaces', '  ::stop-commands::x', '  \\u003a:stop-commands::x'],
  ['commands to other build servers', 'x ##vso[task.x] ##[error]', 'x \\u0023#vso[task.x] \\u0023#[error]'],
  ['a C++ name and a heading', 'std::vector ## Notes', 'std::vector ## Notes'],
  ['a text without end', 'a'.repeat(100_000), `${'a'.repeat(1000)}…`],
];

for (const [what, text, shown] of texts) test(`${what} is harmless`, () => assert.equal(safeText(text), shown));
