import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInnerHost } from './is-inner-host.ts';

const addresses: readonly (readonly [string, boolean])[] = [
  ['https://localhost/', true],
  ['https://LOCALHOST./', true],
  ['https://a.localhost/', true],
  ['https://metadata.google.internal/', true],
  ['https://printer.local/', true],
  ['https://127.1/', true],
  ['https://2130706433/', true],
  ['https://0x7f.0.0.1/', true],
  ['https://0/', true],
  ['https://10.0.0.1/', true],
  ['https://172.16.0.1/', true],
  ['https://172.31.255.255/', true],
  ['https://172.32.0.1/', false],
  ['https://192.168.1.1/', true],
  ['https://192.169.1.1/', false],
  ['https://169.254.169.254/', true],
  ['https://100.64.0.1/', true],
  ['https://100.128.0.1/', false],
  ['https://[::1]/', true],
  ['https://[::]/', true],
  ['https://[::ffff:127.0.0.1]/', true],
  ['https://[fd00::1]/', true],
  ['https://[fe80::1]/', true],
  ['https://[2001:db8::1]/', false],
  ['https://10.example.org/', false],
  ['https://csaf.example/', false],
  ['https://local.example/', false],
];

for (const [address, inner] of addresses)
  test(`${address} leads ${inner ? 'into a network of its own' : 'to a host of the world'}`, () => {
    assert.equal(isInnerHost(new URL(address).hostname), inner);
  });
