import assert from 'node:assert/strict';
import { test } from 'node:test';
import { component } from '../../../../test/sample-component.ts';
import type { Component } from '../../../model/component.ts';
import { plain, plainLook } from '../look.ts';
import { showComponents } from './show-components.ts';

function found(purl: string, ...foundAt: Component['foundAt']): Component {
  return { ...component(purl), foundAt };
}

const lock = { file: 'services/measurement/package-lock.json', line: 10530 };
const other = { file: 'services/import/uv.lock', line: 7 };
const components = [
  found('pkg:npm/%40babel/plugin-bugfix-safari-id-destructuring-collision@7.29.7', lock),
  found('pkg:npm/left-pad@1.3.0', { ...lock, line: 12 }, lock),
  found('pkg:pypi/requests@2.34.2', other),
];

test('in a terminal components stand below their file, whole at 80 columns', () => {
  const lines = showComponents(components, { paint: plain, width: 80 }).split('\n');
  assert.deepEqual(
    lines.map((line) => line.replace(/ {2,}/g, ' | ')),
    [
      'name | version | use | relation | line',
      '',
      'services/measurement/package-lock.json npm, 2 components',
      '@babel/plugin-bugfix-s…estructuring-collision | 7.29.7 | unknown | unknown | 10530',
      'left-pad | 1.3.0 | unknown | unknown | 12 +1',
      '',
      'services/import/uv.lock pypi, 1 component',
      'requests | 2.34.2 | unknown | unknown | 7',
    ],
  );
  assert.ok(lines.every((line) => line.length <= 80));
});

test('the type stands in the rows where one file holds several', () => {
  const mixed = [...components, found('pkg:deb/debian/bash@5', lock)];
  assert.match(showComponents(mixed, { paint: plain, width: 80 }), /^left-pad +1\.3\.0 +npm +/m);
});

test('in a pipe each row is whole', () => {
  assert.match(
    showComponents(components, plainLook),
    /^left-pad +1\.3\.0 +npm +unknown +unknown +services\/measurement\/package-lock\.json:12 \+1$/m,
  );
});
