import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { textKeeper } from './text-keeper.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

test('what is kept of large texts does not hold them in memory', () => {
  const keep = textKeeper();
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const kept = Array.from({ length: 200 }, (_, at) =>
    keep(
      Buffer.alloc(500_000, 97 + (at % 26))
        .toString('latin1')
        .slice(5, 40),
    ),
  );
  collectGarbage();
  assert.equal(kept[1], 'b'.repeat(35));
  assert.equal(new Set(kept).size, 26);
  assert.ok(process.memoryUsage().heapUsed - before < 5_000_000);
});
