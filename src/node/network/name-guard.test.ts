import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { isIPv6, type LookupFunction } from 'node:net';
import { after, before, test } from 'node:test';
import { localServer, type LocalServer } from '../../../test/local-server.ts';
import { nameGuard, type Resolve } from './name-guard.ts';
import { atOnce, usual } from './patience.ts';
import { webSource } from './web-source.ts';

// oxlint-disable-next-line unicorn/no-null -- what a look-up of node gives where there is no fault
const none = null;

const patience = { ...usual, attempts: 1 };

/** Looks names up in a table, of which each look takes the next answer, and the last one again and again. */
function namesOf(table: Readonly<Record<string, readonly (readonly string[])[]>>): Resolve {
  const looks = new Map<string, number>();
  return (name, _options, done) => {
    const look = looks.get(name) ?? 0;
    looks.set(name, look + 1);
    const answers = table[name] ?? [];
    const addresses = answers[Math.min(look, answers.length - 1)];
    const fault = addresses === undefined ? Object.assign(new Error(name), { code: 'ENOTFOUND' }) : none;
    done(
      fault,
      (addresses ?? []).map((address) => ({ address, family: isIPv6(address) ? 6 : 4 })),
    );
  };
}

function lookedUp(lookup: LookupFunction, name: string): Promise<string> {
  return new Promise((resolve) => {
    lookup(name, { all: true }, (error, addresses) => {
      const all = typeof addresses === 'string' ? [{ address: addresses }] : addresses;
      resolve(error === none ? all.map(({ address }) => address).join(' ') : error.message);
    });
  });
}

const vendor = new URL('https://vendor.example/');
const files = new URL('https://files.example/');
const astray = (address: string) =>
  `"files.example" leads to ${address} in a network of your own, of which vendor.example cannot know`;

const cases: readonly (readonly [what: string, first: readonly string[], led: readonly string[], gives: string])[] = [
  ['a host of the world leads to another', ['203.0.113.1'], ['203.0.113.2'], '203.0.113.2'],
  ...[
    '127.0.0.1',
    '10.1.2.3',
    '169.254.169.254',
    '192.168.0.1',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    'fd00::1',
    'fe80::1%eth0',
  ].map((address) => [`a host of the world leads to ${address}`, ['203.0.113.1'], [address], astray(address)] as const),
  ['IPv4 in the dress of IPv6', ['203.0.113.1'], ['::ffff:10.0.0.1'], astray('::ffff:10.0.0.1')],
  ['IPv4 behind a translator', ['203.0.113.1'], ['64:ff9b::a00:1'], astray('64:ff9b::a00:1')],
  ['public IPv4 behind a translator', ['203.0.113.1'], ['64:ff9b::cb00:7101'], '64:ff9b::cb00:7101'],
  ['what leads to both gives what is of the world', ['203.0.113.1'], ['10.0.0.1', '203.0.113.2'], '203.0.113.2'],
  ['an inner mirror leads to another inner host', ['10.0.0.1'], ['10.0.0.2'], '10.0.0.2'],
  ['a host that is both leads to no inner one', ['10.0.0.1', '203.0.113.1'], ['127.0.0.1'], astray('127.0.0.1')],
];

for (const [what, first, led, gives] of cases)
  test(`${what}: ${gives}`, async () => {
    const names = nameGuard(namesOf({ 'vendor.example': [first], 'files.example': [led] }));
    assert.equal(await lookedUp(names(vendor, vendor), 'vendor.example'), first.join(' '));
    assert.equal(await lookedUp(names(files, vendor), 'files.example'), gives);
  });

test('a host stays where it was first met, whatever its name leads to later', async () => {
  const names = nameGuard(
    namesOf({ 'vendor.example': [['203.0.113.1'], ['127.0.0.1']], 'mirror.example': [['10.0.0.1']] }),
  );
  assert.equal(await lookedUp(names(vendor, vendor), 'vendor.example'), '203.0.113.1');
  assert.match(await lookedUp(names(vendor, vendor), 'vendor.example'), /^"vendor\.example" leads to 127\.0\.0\.1 in /);
  const mirror = new URL('https://mirror.example/');
  for (let look = 0; look < 2; look++)
    assert.equal(await lookedUp(names(mirror, mirror), 'mirror.example'), '10.0.0.1');
});

test('what led to a host that nobody has met leads to no inner one, and by an inner address to any', async () => {
  const names = nameGuard(namesOf({ 'files.example': [['10.0.0.1']] }));
  assert.equal(await lookedUp(names(files, vendor), 'files.example'), astray('10.0.0.1'));
  assert.equal(await lookedUp(names(files, new URL('http://10.9.9.9/')), 'files.example'), '10.0.0.1');
  assert.throws(() => names(files, vendor), { name: 'InnerAddress', message: astray('an address') });
});

let server: LocalServer;
before(async () => {
  server = await localServer((_request, response) => response.end('{}'));
});
after(() => server.close());

const portOf = () => new URL(server.address).port;

test('what others led to is not connected to inside, and the source that a person names is', async () => {
  const names = nameGuard(namesOf({ 'files.example': [['127.0.0.1']], 'mirror.example': [['127.0.0.1']] }));
  const led = webSource(
    `http://files.example:${portOf()}`,
    { ledFrom: 'http://vendor.example' },
    patience,
    atOnce,
    names,
  );
  await assert.rejects(led.get('a.json'), {
    name: 'HostError',
    message: `"http://files.example:${portOf()}/a.json" cannot be fetched: ${astray('127.0.0.1')}`,
    help: /^An answer of others led there\./,
  });
  const literal = webSource(server.address, { ledFrom: 'http://vendor.example' }, patience, atOnce, names);
  await assert.rejects(literal.get('a.json'), { message: /: it leads to ".*", in a network of your own, of which / });
  assert.deepEqual(server.asked, []);
  const own = webSource(`http://mirror.example:${portOf()}`, {}, patience, atOnce, names);
  assert.equal((await own.get('a.json'))?.length, 2);
  const next = webSource(
    `http://files.example:${portOf()}`,
    { ledFrom: 'http://mirror.example' },
    patience,
    atOnce,
    names,
  );
  assert.equal((await next.get('a.json'))?.length, 2);
  await assert.rejects(led.get('a.json'), { message: /leads to an address in a network of your own/ });
  assert.equal(server.asked.length, 2);
});

test('a proxy that has a name in an inner network is used for what others led to', async () => {
  const program = `
    const { webSource } = await import(${JSON.stringify(new URL('web-source.ts', import.meta.url).href)});
    const source = webSource('http://files.example', { ledFrom: 'https://vendor.example' }, ${JSON.stringify(patience)});
    console.log((await source.get('through.json')).length);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    env: { PATH: process.env['PATH'], HTTP_PROXY: `http://localhost:${portOf()}` },
  });
  assert.equal(Buffer.concat(await Array.fromAsync<Buffer>(child.stdout)).toString(), '2\n');
  assert.equal(server.asked.at(-1)?.url, 'http://files.example/through.json');
});
