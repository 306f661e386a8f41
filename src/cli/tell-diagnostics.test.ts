import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryHost } from '../../test/memory-host.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { plainLook } from './show/look.ts';
import { tellDiagnostics } from './tell-diagnostics.ts';

const many = Array.from({ length: 25 }, (_, index): Diagnostic => ({
  rule: 'a/rule',
  severity: index === 0 ? 'error' : 'warning',
  message: `part ${index} is missing`,
  place: { file: 'tureen.yaml' },
  help: 'Write it.',
}));

async function told(quiet: boolean, rest?: string): Promise<string> {
  const texts: string[] = [];
  const context = { complain: (text: string) => void texts.push(text), quiet, aside: plainLook };
  await tellDiagnostics(context, memoryHost({}), many, rest);
  return texts.join('');
}

test('of many problems of one rule the first are told, the rest is counted with what shows it', async () => {
  const text = await told(false);
  assert.equal(text.match(/is missing/g)?.length, 20);
  assert.match(text, /\nand 5 more of a\/rule; --json shows them\n1 error, 24 warnings$/);
  assert.match(await told(false, '--full --json shows them'), /\nand 5 more of a\/rule; --full --json shows them\n/);
  assert.match(await told(true), /^error: part 0 is missing\n[^]*\n1 error$/);
});
