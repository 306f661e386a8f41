import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDevice } from '../../../test/base-device.ts';
import { memoryHost } from '../../../test/memory-host.ts';
import { coverage, isWhole } from './coverage.ts';
import { draft } from '../records/draft.ts';

const roots = 36;
const shipped = 3200;
const tools = 200;

/** A lockfile in which 36 packages that the product asks for bring in 3,164 others, each three of them, and 200 are tools. */
const lock = JSON.stringify({
  name: 'large',
  version: '1.0.0',
  lockfileVersion: 3,
  packages: {
    '': { name: 'large', version: '1.0.0', dependencies: needing(0, roots), devDependencies: { 'tool-0': '1.0.0' } },
    ...Object.fromEntries(
      Array.from({ length: shipped }, (_, index) => [
        `node_modules/p${index}`,
        { version: '1.0.0', dependencies: needing(roots + index * 3, Math.min(roots + index * 3 + 3, shipped)) },
      ]),
    ),
    ...Object.fromEntries(
      Array.from({ length: tools }, (_, index) => [
        `node_modules/tool-${index}`,
        { version: '1.0.0', dev: true, dependencies: { [`tool-${index + 1}`]: '1.0.0' } },
      ]),
    ),
  },
});
const { 'soup/items/npm-left-pad.yaml': _, ...device } = baseDevice;
const files = { ...device, 'package-lock.json': lock };

test('3,400 components of a lockfile end with none unexplained and 36 records, once a person has confirmed the drafts', async () => {
  const host = memoryHost(files);
  const { written, left } = await draft(host);
  assert.deepEqual([written.length, left.length], [roots, 0]);

  const drafted = Object.fromEntries(host.written);
  const waiting = await coverage(memoryHost({ ...files, ...drafted }));
  assert.deepEqual([waiting.components, waiting.byAccount.covered, isWhole(waiting)], [3401, 0, false]);

  const confirmed = Object.fromEntries(Object.entries(drafted).map(([file, text]) => [file, confirm(text)]));
  const { byAccount, redList, ...whole } = await coverage(memoryHost({ ...files, ...confirmed }));
  assert.deepEqual(byAccount, { own: 36, covered: 3164, tool: 200, 'first-party': 1, unaccounted: 0 });
  assert.deepEqual([whole.percent, whole.records, whole.drafts], [100, roots, 0]);
  assert.ok(Object.values(redList).every((list) => list.length === 0));

  const [first = ''] = Object.keys(confirmed);
  const { [first]: __, ...others } = confirmed;
  const lacking = await coverage(memoryHost({ ...files, ...others }));
  assert.ok(lacking.byAccount.unaccounted > 80 && lacking.percent < 98, `${lacking.byAccount.unaccounted} unexplained`);
});

function needing(from: number, to: number): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from({ length: Math.max(0, to - from) }, (_, index) => [`p${from + index}`, '1.0.0']),
  );
}

function confirm(text: string): string {
  return text
    .replace('\nstatus: draft\n', '\nstatus: confirmed\n')
    .replace(/reason: 'TBD: .*'/, 'reason: Used by it alone');
}
