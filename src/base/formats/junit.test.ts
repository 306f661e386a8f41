import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readJunit } from './junit.ts';

test('suites nest, and each test has an outcome', () => {
  const results = readJunit(`<?xml version="1.0"?>
<testsuites><testsuite name="a" timestamp="2026-11-20T10:00:00+00:00">
  <properties><property name="soup" value="pkg:pypi/numpy@2.1.3"/></properties>
  <testcase classname="tests.a" name="passes"><properties><property name="test_id">TEST-1</property></properties></testcase>
  <testsuite timestamp="2026-11-21T00:00:00"><testcase name="fails"><failure message="no"/></testcase></testsuite>
  <testcase name="errs"><error/></testcase><testcase name="skips"><skipped/></testcase>
  <testcase name="not run" status="notrun"/><testcase name="second try"><flakyFailure/></testcase>
</testsuite></testsuites>`);
  assert.ok('cases' in results);
  assert.deepEqual(
    results.cases.map(({ name, outcome }) => `${name} ${outcome}`),
    ['passes passed', 'fails failed', 'errs failed', 'skips skipped', 'not run skipped', 'second try failed'],
  );
  assert.deepEqual(results.cases[0]?.properties, [{ name: 'test_id', value: 'TEST-1' }]);
  assert.deepEqual(results.properties, [{ name: 'soup', value: 'pkg:pypi/numpy@2.1.3' }]);
  assert.deepEqual(results.days, ['2026-11-20', '2026-11-21']);
});

for (const [title, text, message] of [
  ['another document', '<html/>', 'its root is "html", not testsuites'],
  ['a cut file', '<testsuites><testcase', 'unclosed tag'],
  ['nothing', '', 'the file is empty'],
] as const)
  test(`${title} is no file of results`, () => {
    const read = readJunit(text);
    assert.ok('message' in read);
    assert.ok(
      read.message.includes(message) || read.message.includes('closed') || read.message.includes('ends'),
      read.message,
    );
  });
