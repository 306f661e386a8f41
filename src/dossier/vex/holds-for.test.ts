import assert from 'node:assert/strict';
import { test } from 'node:test';
import { vexPart } from '../../base/vex/vex-part.ts';
import { holdsFor, type Holding } from './holds-for.ts';

const doubt = (words: string): Holding => ({ doubt: words });

const rows: readonly (readonly [said: string, component: string, holding: Holding])[] = [
  ['pkg:maven/a/b@1?type=jar', 'pkg:maven/a/b@1', 'yes'],
  ['pkg:maven/a/b@1', 'pkg:maven/a/b@1?type=jar', 'yes'],
  ['pkg:maven/a/b@1?type=war', 'pkg:maven/a/b@1', 'no'],
  ['pkg:maven/a/b@1?type=jar', 'pkg:maven/a/b@1?type=war', 'no'],
  [
    'pkg:maven/a/b@1?classifier=linux',
    'pkg:maven/a/b@1',
    doubt('it is about classifier=linux, and nothing here tells the classifier'),
  ],
  ['pkg:rpm/redhat/b@1-1?epoch=0', 'pkg:rpm/redhat/b@1-1', 'yes'],
  ['pkg:rpm/redhat/b@1-1?epoch=1', 'pkg:rpm/redhat/b@1-1', 'no'],
  ['pkg:golang/a/b@1.0', 'pkg:golang/a/b@v1.0', 'yes'],
  ['pkg:npm/b@1.0', 'pkg:npm/b@v1.0', 'no'],
  ['pkg:pypi/b@1!2.0', 'pkg:pypi/b@2.0', 'no'],
  ['pkg:pypi/b@2.0', 'pkg:pypi/b', doubt('it is about 2.0, and no version is known here')],
  ['pkg:npm/b@1?type=jar', 'pkg:npm/b@1', doubt('it is about type=jar, and nothing here tells the type')],
];

for (const [said, component, holding] of rows)
  test(`what is said of ${said} holds for ${component}: ${typeof holding === 'string' ? holding : 'in doubt'}`, () => {
    assert.deepEqual(holdsFor(vexPart({ id: said }), component), holding);
  });
