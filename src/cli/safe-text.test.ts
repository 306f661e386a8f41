import assert from 'node:assert/strict';
import { test } from 'node:test';
import { safeText } from './safe-text.ts';

test('an escape sequence, a carriage return and a direction override are shown, not obeyed', () => {
  assert.equal(safeText('a\u001b[31mb\rc\u202ed'), 'a\\u001b[31mb\\u000dc\\u202ed');
});

test('letters of any script, tabs and line breaks stay', () => {
  assert.equal(safeText('Größe 数\t\n'), 'Größe 数\t\n');
});
