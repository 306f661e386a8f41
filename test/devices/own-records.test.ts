import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { check } from '../../src/app/check/check.ts';
import { nodeHost } from '../../src/node/host.ts';

test('our own records pass our own check on the day of the last review', async () => {
  const lastReview = readdirSync('soup/reviews').toSorted().at(-1)?.replace('.yaml', '') ?? '';
  const host = {
    ...nodeHost({ root: '.' }),
    clock: { now: () => new Date(`${lastReview}T23:00:00Z`), heldBy: undefined },
  };
  const { dossier, diagnostics } = await check(host);
  assert.ok(dossier !== undefined && dossier.items.length > 0);
  assert.deepEqual(
    diagnostics.map(({ message, place }) => `${place.file}: ${message}`),
    [],
    'mend the record, or evaluate anew after a change of the lockfile: `tureen sync`, `tureen evaluate`',
  );
});
