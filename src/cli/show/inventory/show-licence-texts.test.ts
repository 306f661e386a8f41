import assert from 'node:assert/strict';
import { styleText } from 'node:util';
import { test } from 'node:test';
import { showLicenceTexts } from './show-licence-texts.ts';

test('what is painted stays paint, and what others wrote is made harmless', () => {
  const detected = { file: 'NOTICE\u001b[2J', licences: [] };
  const question = {
    rule: 'licences/unclear',
    severity: 'warning',
    message: 'whose is NOTICE?',
    place: { file: 'NOTICE' },
    help: 'Say whose it is.',
  } as const;
  const shown = showLicenceTexts(
    { components: [], without: ['pkg:npm/left-pad@1.3.0'], others: [detected], questions: [question] },
    (style, text) => styleText(style, text, { validateStream: false }),
  );
  assert.ok(shown.includes('\u001b[1m1 question\u001b[22m'), shown);
  assert.ok(shown.includes('1 component that ships without a licence text'));
  assert.ok(shown.includes('NOTICE\\u001b[2J: no licence'), shown);
  assert.equal(shown.split('\\u001b').length, 2, 'nothing but the foreign text is spelled out');
});
