import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePurl } from '../../../base/packages/purl.ts';
import { upstreamPackage } from './upstream-package.ts';

const trivy = (name: string, value: string) => ({ name: `aquasecurity:trivy:${name}`, value });

const cases: readonly {
  readonly purl: string;
  readonly properties?: { name: string; value: string }[];
  readonly source: string | undefined;
}[] = [
  { purl: 'pkg:deb/debian/libssl3@3.0.15-1?upstream=openssl', source: 'openssl 3.0.15-1' },
  { purl: 'pkg:deb/debian/bash@5.2.15-2%2Bb8?upstream=bash%405.2.15-2', source: 'bash 5.2.15-2' },
  { purl: 'pkg:rpm/rhel/a-libs@1.8-6.el9?upstream=a-tools-1.9-6.el9.src.rpm', source: 'a-tools 1.9-6.el9' },
  { purl: 'pkg:apk/alpine/libcrypto3@3.3.2-r4?upstream=openssl', source: 'openssl 3.3.2-r4' },
  { purl: 'pkg:deb/debian/libssl3?upstream=openssl', source: undefined },
  { purl: 'pkg:deb/debian/libssl3@3.0.15-1', source: undefined },
  {
    purl: 'pkg:deb/debian/libcap2@1:2.66-4%2Bb1',
    properties: [
      trivy('SrcName', 'libcap2'),
      trivy('SrcVersion', '2.66'),
      trivy('SrcRelease', '4'),
      trivy('SrcEpoch', '1'),
    ],
    source: 'libcap2 1:2.66-4',
  },
  { purl: 'pkg:deb/debian/a@1', properties: [trivy('SrcName', 'b'), trivy('SrcVersion', '2')], source: 'b 2' },
  { purl: 'pkg:deb/debian/a@1', properties: [trivy('SrcName', 'b')], source: undefined },
  {
    purl: 'pkg:deb/debian/libssl3@3.0.20-1',
    properties: [{ name: 'tureen:source', value: 'openssl 3.0.20-1~deb12u2' }],
    source: 'openssl 3.0.20-1~deb12u2',
  },
  { purl: 'pkg:deb/debian/a@1', properties: [{ name: 'tureen:source', value: 'b' }], source: undefined },
  { purl: 'pkg:deb/debian/a@1', properties: [{ name: 'tureen:source', value: 'b 1 c' }], source: undefined },
];

for (const { purl, properties = [], source } of cases) {
  test(`${purl} with ${properties.length} properties was built from ${source ?? 'nobody knows what'}`, () => {
    const parts = parsePurl(purl);
    assert.ok(parts);
    const found = upstreamPackage(parts, { properties });
    assert.equal(found && `${found.name} ${found.version}`, source);
  });
}
