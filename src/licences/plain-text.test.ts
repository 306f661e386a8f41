import assert from 'node:assert/strict';
import { test } from 'node:test';
import { growsEvenly } from '../../test/grows-evenly.ts';
import { detectLicences } from './detect-licences.ts';
import { licenceTexts } from './licence-texts.ts';
import { plainText } from './plain-text.ts';

const mit = licenceTexts().get('MIT') ?? '';

const html = `<!DOCTYPE html>\n<html><head><style>p { color: <red> }</style></head><body><!-- a\ncomment -->\n<p>${mit
  .replaceAll('"', '&quot;')
  .replaceAll('Software', '<b>Soft</b>ware')
  .replaceAll('\n\n', '</p>\n<p>')}</p></body></html>`;

const rtf = `{\\rtf1\\ansi{\\fonttbl\\f0\\fswiss Helvetica;}{\\*\\generator Riched20;}\n\\f0\\fs24 ${mit
  .replaceAll('"', "\\'93")
  .replaceAll('\n', '\\par\n')} caf\\u233?s}`;

const wrapped: readonly (readonly [string, string, string])[] = [
  ['HTML', html, 'MIT'],
  ['RTF', rtf, 'MIT'],
  ['Markdown', `# Licence\n\n> ${mit.replaceAll('\n', '\n> ')}`, 'MIT'],
];

for (const [what, text, wanted] of wrapped) {
  test(`a licence in ${what} is read as what a person sees, at the same lines`, () => {
    const plain = plainText(text);
    assert.equal(plain.split('\n').length, text.split('\n').length);
    const [found] = detectLicences(plain).detected;
    assert.equal(found?.candidates[0]?.id, wanted);
    assert.equal(found.doubt, undefined);
  });
}

test('characters come out as themselves, and what is no markup stays', () => {
  assert.equal(plainText('<p>&copy; M&uuml;ller &#8211; &#x41; &bogus;</p>'), ' © M&uuml;ller – A &bogus; ');
  assert.match(plainText(rtf), /cafés/);
  assert.equal(plainText('<name of author> and {\\rtf inside'), '<name of author> and {\\rtf inside');
});

test('markup that is made to be slow takes no longer than its size', async () => {
  for (const hostile of ['<p><!--', '<p><a', '<p>&#', '<style>', '{\\rtf{', '{\\rtf\\', "{\\rtf\\'"]) {
    await growsEvenly(hostile, (size) => plainText(hostile.slice(0, 5) + hostile.slice(3).repeat(size)));
    await growsEvenly(hostile, (size) => plainText(hostile.repeat(size)));
  }
});
