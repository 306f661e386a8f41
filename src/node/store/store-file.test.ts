import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { HostError } from '../../base/errors.ts';
import { storeProblem } from './store-file.ts';

test('a disk that fills is told in words, with the store still in use', () => {
  const database = new DatabaseSync(':memory:');
  database.exec('PRAGMA max_page_count = 2; CREATE TABLE page (content BLOB)');
  try {
    database.prepare('INSERT INTO page VALUES (zeroblob(100000))').run();
    assert.fail('two pages hold no 100,000 bytes');
  } catch (error) {
    const problem = storeProblem('/store', 'written', error);
    assert.ok(problem instanceof HostError);
    assert.equal(problem.message, 'the store "/store" cannot be written: the disk is full');
    assert.match(problem.help, /^The store in use was not touched; make room/);
  } finally {
    database.close();
  }
});
