import assert from 'node:assert/strict';
import { test } from 'node:test';
import { component, subject } from '../../../test/sbom-subjects.ts';
import type { Component } from '../../model/component.ts';
import { spdxTagValue } from './spdx-tag-value.ts';

function linesOf(known: Partial<Component>): readonly string[] {
  return spdxTagValue.write(subject([component(known)]), '2.3').split('\n');
}

test('a package whose name cannot be read is named by its identifier', () => {
  const lines = linesOf({ name: '\u000f ', purl: 'pkg:npm/%0F@1.0.0' });
  const [, id] = /^SPDXID: (SPDXRef-npm-.*)$/m.exec(lines.join('\n')) ?? [];
  assert.ok(id !== undefined);
  assert.ok(lines.includes(`PackageName: ${id}`));
});

const blanks: readonly (readonly [string, Partial<Component>])[] = [
  ['PackageVersion', { version: ' \u0004' }],
  ['PackageDescription', { description: '' }],
];

for (const [tag, known] of blanks) {
  test(`${tag} is left out where it would be blank`, () => {
    const told = linesOf(known).filter((line) => line.startsWith(`${tag}:`));
    assert.deepEqual(told, []);
  });
}

test('a supplier of blanks is nobody', () => {
  assert.ok(!linesOf({ supplier: ' \u0004 ' }).some((line) => line.startsWith('PackageSupplier: Organization')));
});

test('foreign text can neither end a text nor open a tag', () => {
  const lines = linesOf({ description: 'a</text>\nPackageName: forged\n<text>' });
  assert.equal(lines.filter((line) => line.includes('</text>') && line.startsWith('PackageDescription')).length, 0);
  assert.ok(lines.includes('PackageDescription: <text>a< /text>'));
  assert.ok(lines.includes('< text></text>'));
});
