import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCpmAddress } from './cpm-address.ts';

/** As `repository or archive | version | tag`. */
const addresses: readonly (readonly [text: string, shown: string | undefined])[] = [
  ['gh:nlohmann/json@3.11.3', 'https://github.com/nlohmann/json.git|3.11.3|'],
  ['gh:fmtlib/fmt#10.2.1', 'https://github.com/fmtlib/fmt.git||10.2.1'],
  ['gh:a/b@1.2#release-1.2', 'https://github.com/a/b.git|1.2|release-1.2'],
  ['gl:a/b/c@1', 'https://gitlab.com/a/b/c.git|1|'],
  ['bb:a/b#main', 'https://bitbucket.org/a/b.git||main'],
  ['https://host.example/a/b.git@2.0', 'https://host.example/a/b.git|2.0|'],
  ['git@host.example:a/b.git@2.0#t', 'git@host.example:a/b.git|2.0|t'],
  ['https://host.example/b-1.0.tar.gz', 'archive https://host.example/b-1.0.tar.gz||'],
  ['https://host.example/b.zip@1.0', 'archive https://host.example/b.zip|1.0|'],
  ['name', undefined],
  ['', undefined],
];

for (const [text, shown] of addresses) {
  test(`${JSON.stringify(text)} is ${shown ?? 'no address of CPM'}`, () => {
    const address = parseCpmAddress(text);
    const { repository, archive, version = '', tag = '' } = address ?? {};
    assert.equal(address && `${repository ?? `archive ${archive}`}|${version}|${tag}`, shown);
  });
}
