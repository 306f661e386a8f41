import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plain, plainLook } from './look.ts';
import { showTable } from './show-table.ts';

test('columns are as wide as their widest cell, in a terminal at most 60 characters but for the last', () => {
  const long = 'n'.repeat(70);
  const rows = [
    ['a', '1.0.0'],
    [long, long],
  ];
  assert.equal(
    showTable(['name', 'version'], rows, { paint: plain, width: 200 }),
    [`${'name'.padEnd(60)}  version`, `${'a'.padEnd(60)}  1.0.0`, `${'n'.repeat(30)}…${'n'.repeat(29)}  ${long}`].join(
      '\n',
    ),
  );
});

test('in a pipe a row is a whole line: another program reads it; a hostile name makes no room for itself in all of them', () => {
  const title = 'word '.repeat(39).trim();
  assert.equal(showTable(['asks'], [[title]], plainLook), `asks\n${title}`);
  const [, row = ''] = showTable(['name'], [['a b'.repeat(3000)]], plainLook).split('\n');
  assert.equal(row.length, 200);
});

test('a table has more rows than a call takes arguments', () => {
  const rows = Array.from({ length: 200_000 }, (_, row) => [`${row}`]);
  assert.equal(showTable(['row'], rows, { paint: plain, width: 80 }).split('\n').length, 200_001);
});

test('in a narrow terminal the widest columns give way', () => {
  const rows = [['a'.repeat(50), 'b'.repeat(40), '1.0.0']];
  const [head = '', row = ''] = showTable(['name', 'place', 'version'], rows, { paint: plain, width: 40 }).split('\n');
  assert.ok(row.length <= 40);
  assert.match(row, /^a+…a+  b+…b+  1\.0\.0$/);
  assert.ok(head.length <= 40);
});

test('words of the last column go on below it', () => {
  const rows = [['a/rule', 'Each item has a class with its reason']];
  assert.equal(
    showTable(['rule', 'asks'], rows, { paint: plain, width: 26 }),
    'rule    asks\na/rule  Each item has a\n        class with its\n        reason',
  );
});

test('what is cut keeps its beginning and its end, so that a place keeps its line', () => {
  const rows = [['viewer/packages/measure/package-lock.json:1206']];
  assert.equal(showTable(['found at'], rows, { paint: plain, width: 21 }), 'found at\nviewer/pac….json:1206');
});
