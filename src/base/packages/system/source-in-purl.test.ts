import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePurl } from '../purl.ts';
import { sourceInPurl } from './source-in-purl.ts';

for (const [purl, name, version] of [
  ['pkg:deb/debian/libc6@2.36-9?upstream=glibc', 'glibc', undefined],
  ['pkg:deb/debian/libc6@2.36-9?source=glibc', 'glibc', undefined],
  ['pkg:deb/debian/libc6@2.36-9?source=other&upstream=glibc', 'glibc', undefined],
  ['pkg:deb/debian/bash@5.2-2%2Bb8?upstream=bash%405.2-2', 'bash', '5.2-2'],
  ['pkg:deb/debian/a@1?upstream=%40a', '@a', undefined],
  ['pkg:rpm/rocky/bind-libs@9.16-11.el9?upstream=bind-9.16-11.el9.src.rpm', 'bind', '9.16-11.el9'],
  ['pkg:rpm/rocky/a@1-1?upstream=gcc-toolset-13-1.2-3.el9.nosrc.rpm', 'gcc-toolset-13', '1.2-3.el9'],
  ['pkg:rpm/rocky/a@1-1?upstream=b.src.rpm', 'b.src.rpm', undefined],
  ['pkg:deb/debian/libc6@2.36-9', undefined, undefined],
] as const)
  test(`${purl} was built from ${name ?? 'nobody knows what'} ${version ?? ''}`.trimEnd(), () => {
    const parts = parsePurl(purl);
    const source = parts && sourceInPurl(parts);
    assert.deepEqual([source?.name, source?.version], [name, version]);
  });
