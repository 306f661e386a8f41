import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldExample } from './fold-example.ts';

test('a line is broken at its options and between what one of them names, and never within a word', () => {
  const example =
    'tureen sync --database nvd=https://nvd.example/rest/json/cves/2.0 ghsa=https://ghsa.example/advisories';
  assert.equal(
    foldExample(example),
    `  tureen sync --database nvd=https://nvd.example/rest/json/cves/2.0 \\
      ghsa=https://ghsa.example/advisories`,
  );
});

test('what fits into 80 columns stays one line', () => {
  assert.equal(
    foldExample('tureen sync --list kev=./kev epss=https://epss.example'),
    '  tureen sync --list kev=./kev epss=https://epss.example',
  );
});
