import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { documentOf, foreignTexts } from '../../../test/foreign-document.ts';
import { pdfPages } from '../../../test/pdf-text.ts';
import { sampleDossier } from '../../../test/sample-dossier.ts';
import { soupList } from '../../reports/soup-list.ts';
import { pdf } from '../../writers/pdf.ts';
import { typesetter } from './typesetter.ts';

const made = new Date('2026-11-23T10:20:30Z');
const markup = pdf.write(soupList.compose(sampleDossier(), []));

test('sets a PDF, tagged, of the day that it is given, each page counted', async () => {
  const bytes = await typesetter.pdf(markup, made);
  const file = Buffer.from(bytes).toString('latin1');
  assert.match(file, /^%PDF-1\.7/);
  assert.match(file, /\/CreationDate \(D:20261123000000Z\)/);
  assert.match(file, /\/MarkInfo <<\s*\/Marked true/);
  assert.match(file, /\/Lang \(en\)/);
  const pages = pdfPages(bytes);
  assert.deepEqual(
    pages.map((text) => /Page\d+of\d+$/.exec(text)?.[0]),
    pages.map((_, index) => `Page${index + 1}of${pages.length}`),
  );
  assert.match(pages[1] ?? '', /^SOUPlistDermaScan2\.4\.0Contents1Summary/);
});

test('the lines of the lockfiles can be found in the PDF, letter by letter', async () => {
  const text = pdfPages(await typesetter.pdf(markup, made)).join('');
  for (const { component } of sampleDossier().entries) {
    for (const { file, line } of component.foundAt) assert.ok(text.includes(`${file}:${line}`), `${file}:${line}`);
  }
});

test('the same markup and day give the same bytes, in another process too', async () => {
  const script = `
    import { typesetter } from './src/node/typesetting/typesetter.ts';
    import { pdf } from './src/writers/pdf.ts';
    import { soupList } from './src/reports/soup-list.ts';
    import { sampleDossier } from './test/sample-dossier.ts';
    process.stdout.write(await typesetter.pdf(pdf.write(soupList.compose(sampleDossier(), [])), new Date('2026-11-23T23:59:59Z')));`;
  const other = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { maxBuffer: 2 ** 26 });
  assert.ok(other.equals(await typesetter.pdf(markup, made)));
});

test('nothing is asked of a network', async () => {
  const asked: string[] = [];
  for (const channel of ['undici:request:create', 'http.client.request.start', 'net.client.socket', 'udp.socket']) {
    subscribe(channel, () => asked.push(channel));
  }
  await typesetter.pdf('A word in another face: #text(font: "DejaVu Sans Mono")[`mono`]', made);
  await assert.rejects(typesetter.pdf('#import "@preview/cetz:0.3.0"', made));
  assert.deepEqual(asked, []);
});

test('markup that is wrong is refused with the reason', async () => {
  await assert.rejects(typesetter.pdf('#nonsense', made), /Typst refuses the markup.*unknown variable: nonsense/);
});

test('a character that no face has is spelled out', async () => {
  const [page = ''] = pdfPages(await typesetter.pdf('#"a漢🎉é"', made));
  assert.equal(page, 'a‹U+6F22›‹U+1F389›é');
});

test('texts that look like markup are set as they are', async () => {
  const text = pdfPages(await typesetter.pdf(pdf.write(documentOf(foreignTexts)), made)).join('');
  for (const foreign of foreignTexts) {
    if (/^[\x20-\x7e]*$/.test(foreign)) assert.ok(text.includes(foreign.replaceAll(' ', '')), foreign);
  }
});

test('any text at all can be set', async () => {
  const texts = fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(texts, async (some) => {
      const bytes = await typesetter.pdf(pdf.write(documentOf(some)), made);
      assert.ok(pdfPages(bytes).length >= 1);
    }),
    { numRuns: 5 },
  );
});
