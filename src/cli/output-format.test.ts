import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UsageError } from '../base/errors.ts';
import { askedOutput, type OutputFormat } from './output-format.ts';

type Formats = readonly [OutputFormat, ...OutputFormat[]];

const report: Formats = ['html', 'pdf', 'text'];
const scan: Formats = ['table', 'json', 'cyclonedx-json', 'cyclonedx-xml', 'spdx-json', 'spdx-tag-value', 'spdx3-json'];
const vex: Formats = ['cyclonedx', 'openvex', 'csaf', 'spdx3'];
const check: Formats = ['text', 'json', 'sarif', 'junit', 'github', 'gitlab'];

const answered: readonly (readonly [formats: Formats, words: object, format: string])[] = [
  [report, {}, 'html'],
  [report, { output: '-' }, 'html'],
  [report, { output: 'a.pdf' }, 'pdf'],
  [report, { output: 'out.d/NOTICE' }, 'html'],
  [report, { output: 'NOTICE', format: 'text' }, 'text'],
  [report, { output: 'A.HTM' }, 'html'],
  [report, { output: 'a.bak', format: 'pdf' }, 'pdf'],
  [scan, { output: 'bom.json' }, 'json'],
  [scan, { output: 'bom.json', format: 'spdx-json' }, 'spdx-json'],
  [scan, { output: 'a.cdx.json' }, 'cyclonedx-json'],
  [scan, { output: 'a.spdx.json' }, 'spdx-json'],
  [scan, { output: 'a.spdx' }, 'spdx-tag-value'],
  [scan, { output: 'a.xml' }, 'cyclonedx-xml'],
  [scan, { output: 'a.txt' }, 'table'],
  [scan, { json: true, output: 'a.json' }, 'json'],
  [vex, { output: 'a.json' }, 'cyclonedx'],
  [vex, { output: 'a.csaf.json' }, 'csaf'],
  [vex, { output: 'a.json', format: 'openvex' }, 'openvex'],
  [vex, { json: true }, 'cyclonedx'],
  [check, { output: 'a.xml' }, 'junit'],
  [check, { output: 'a.json', format: 'gitlab' }, 'gitlab'],
  [check, { output: 'a.sarif.json' }, 'sarif'],
];

test('a format is the one that is named, else what the name of the file ends in, else the usual one', () => {
  for (const [formats, words, format] of answered) {
    const { json = false, ...options }: { readonly json?: boolean } = words;
    assert.equal(askedOutput({ json }, options, formats).format, format, JSON.stringify(words));
  }
});

const refused: readonly (readonly [formats: Formats, words: object, message: RegExp])[] = [
  [report, { output: 'a.csv' }, /^"a\.csv" does not end as a file of html, pdf, text$/],
  [report, { output: 'a.pdf', format: 'html' }, /^"a\.pdf" does not end as a file of html$/],
  [report, { output: 'a.2' }, /html, pdf, text$/],
  [scan, { output: 'a.spdx.json', format: 'cyclonedx-json' }, /cyclonedx-json$/],
  [scan, { output: 'a.cdx.json', json: true }, /json$/],
  [scan, { output: 'a.pdf', format: 'table' }, /table$/],
  [vex, { output: 'a.cdx.json', format: 'csaf' }, /csaf$/],
];

test('a name that ends as a file of another format, or of none that is written, is refused', () => {
  for (const [formats, words, message] of refused) {
    const { json = false, ...options }: { readonly json?: boolean } = words;
    assert.throws(
      () => askedOutput({ json }, options, formats),
      (error) => error instanceof UsageError && message.test(error.message) && / ends in \./.test(error.help),
      JSON.stringify(words),
    );
  }
});
