import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { nodeHost } from '../../node/host.ts';
import { findProducts } from './find-products.ts';
import { sync } from '../sync/sync.ts';

const folder = mkdtempSync(join(tmpdir(), 'tureen-products-'));
after(() => rmSync(folder, { recursive: true }));

const example = 'examples/dermatology';
const host = nodeHost({ root: example, cwd: process.cwd() });

test('a store that is not there is refused: it would know no product, whatever there is', async () => {
  await assert.rejects(findProducts(host, join(folder, 'none.sqlite'), ['pkg:npm/axios']), /holds no CVE records/);
});

test('a store of advisories alone is refused, too', async () => {
  const storePath = join(folder, 'advisories.sqlite');
  await sync(host, { from: [`${example}/advisories`], ecosystems: ['npm'], storePath });
  await assert.rejects(findProducts(host, storePath, ['pkg:npm/axios']), /holds no CVE records/);
});
