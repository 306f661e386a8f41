import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryHost } from '../../../../test/memory-host.ts';
import type { Severity } from '../../../model/diagnostic.ts';
import { plainLook } from '../look.ts';
import { showCheck } from './show-check.ts';

const diagnostic = (severity: Severity) => ({
  rule: 'a/rule',
  severity,
  message: 'it is missing',
  place: { file: 'tureen.yaml' },
  help: 'Write it.',
});

test('a baseline that remains is counted as it was when it was written: without notes', async () => {
  const known = [diagnostic('error'), diagnostic('note'), diagnostic('warning')];
  const shown = { diagnostics: [], waived: [], known, solved: [], isWhole: false };
  assert.equal(
    await showCheck(memoryHost({}), shown, plainLook, false),
    'Nothing new is missing.\n2 problems of the baseline remain\n',
  );
});
