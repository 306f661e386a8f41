import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { escapeXml } from './escape-xml.ts';
import { parseXml } from './xml.ts';

test('a text in XML hides nothing, commands nothing, and is read as it was', () => {
  const foreign = fc
    .array(
      fc.constantFrom(
        '\u009b31m',
        '\u202e',
        '\u{e0041}',
        '\ufeff',
        '##vso[a]',
        '##[error]',
        '&',
        '<',
        ']]>',
        '"',
        'é',
        '👩‍🔬',
        '\r',
        '\n',
      ),
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(foreign, (text) => {
      const xml = escapeXml(text);
      assert.doesNotMatch(xml, /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}]|##\w*\[/u);
      const root = parseXml(`<a b="${xml.replaceAll('\n', '&#10;')}"/>`);
      assert.ok(!('message' in root));
      assert.equal(root.attributes['b'], text);
    }),
  );
});
