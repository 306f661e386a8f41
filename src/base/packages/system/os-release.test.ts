import assert from 'node:assert/strict';
import { test } from 'node:test';
import { distributionName, readOsRelease } from './os-release.ts';

const cases: readonly { readonly text: string; readonly name: string | undefined }[] = [
  { text: 'ID=debian\nVERSION_ID="12"\n', name: 'debian-12' },
  { text: 'ID=ubuntu\r\nVERSION_ID="22.04"\r\nVERSION_CODENAME=jammy\r\n', name: 'ubuntu-22.04' },
  { text: 'PRETTY_NAME="Debian GNU/Linux trixie/sid"\nVERSION_CODENAME=trixie\nID=debian\n', name: 'debian-trixie' },
  { text: "# made by hand\nID='raspbian'\n", name: 'raspbian' },
  { text: 'ID="Poky"\nVERSION_ID=5.0\n', name: 'poky-5.0' },
  { text: 'ID="a\\"b"\n', name: 'a"b' },
  { text: 'NAME="Nobody"\nVERSION_ID="1"\n', name: undefined },
  { text: 'ID=\n', name: undefined },
  { text: '', name: undefined },
];

for (const { text, name } of cases) {
  test(`${JSON.stringify(text)} is ${name ?? 'no distribution'}`, () => {
    const distribution = readOsRelease(text);
    assert.equal(distribution && distributionName(distribution), name);
  });
}
