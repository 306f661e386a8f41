import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, beforeEach, test } from 'node:test';
import { localServer, type LocalServer } from '../../../../test/local-server.ts';
import { nodeHost } from '../../../node/host.ts';
import { openStore } from '../../../node/store/advisory-store.ts';
import { sync } from '../sync.ts';
import type { NamedDatabase } from './opened-database.ts';

const folder = mkdtempSync(join(tmpdir(), 'tureen-pages-'));
after(() => rmSync(folder, { recursive: true }));

type Entry = { readonly id: string; readonly modified: string; readonly product: string };

/** What the interfaces of this test hold, and how many entries they put on a page. */
let entries: Entry[] = [];
let perPage = 2;
let refuses: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined;

function answer(request: IncomingMessage, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
  if (refuses?.(request, response) === true) return;
  if (pathname === '/nvd/cves/2.0') response.end(JSON.stringify(nvdPage(searchParams)));
  else if (pathname === '/api/advisories') ghsaPage(searchParams, response);
  else response.writeHead(404).end();
}

function nvdPage(query: URLSearchParams) {
  const [from, to] = [query.get('lastModStartDate'), query.get('lastModEndDate')];
  const wanted = entries.filter(({ modified }) => from === null || (modified >= from && modified <= String(to)));
  const start = Number(query.get('startIndex'));
  const vulnerabilities = wanted.slice(start, start + perPage).map(({ id, modified, product }) => ({
    cve: {
      id,
      lastModified: modified.replace('Z', ''),
      configurations: [
        {
          nodes: [
            {
              operator: 'OR',
              cpeMatch: [{ vulnerable: true, criteria: `cpe:2.3:a:maker:${product}:*:*:*:*:*:*:*:*` }],
            },
          ],
        },
      ],
    },
  }));
  const head = { resultsPerPage: vulnerabilities.length, startIndex: start, totalResults: wanted.length };
  return { ...head, format: 'NVD_CVE', version: '2.0', vulnerabilities };
}

function ghsaPage(query: URLSearchParams, response: ServerResponse): void {
  const since = query.get('modified')?.slice(2) ?? '';
  const wanted = query.get('type') === 'malware' ? [] : entries.filter(({ modified }) => modified >= since);
  const start = Number(query.get('after') ?? 0);
  const next = `<http://elsewhere.example/advisories?after=${start + perPage}>; rel="next"`;
  response.writeHead(200, start + perPage < wanted.length ? { link: next } : {});
  const vulnerabilities = (product: string) => [
    { package: { ecosystem: 'npm', name: product }, vulnerable_version_range: '< 2.0.0' },
  ];
  response.end(
    JSON.stringify(
      wanted.slice(start, start + perPage).map(({ id, modified, product }) => ({
        ghsa_id: `GHSA-aaaa-bbbb-${id.slice(-4)}`,
        cve_id: id,
        updated_at: modified,
        vulnerabilities: vulnerabilities(product),
      })),
    ),
  );
}

let server: LocalServer;
before(async () => {
  server = await localServer(answer);
});
after(() => server.close());
beforeEach(() => {
  [perPage, refuses] = [2, undefined];
  entries = [1, 2, 3, 4, 5].map((number) => ({
    id: `CVE-2026-000${number}`,
    modified: `2026-11-0${number}T08:00:00.000Z`,
    product: 'ladle',
  }));
  server.asked.length = 0;
});

let stores = 0;
const newStore = () => join(folder, `${stores++}.sqlite`);
const nvd = (): NamedDatabase => ({ feed: 'nvd', from: `${server.address}/nvd/cves/2.0` });
const ghsa = (): NamedDatabase => ({ feed: 'ghsa', from: `${server.address}/api/advisories/` });

async function run(databases: readonly NamedDatabase[], storePath: string, now = '2026-11-10T08:00:00Z') {
  const host = { ...nodeHost({ root: folder }), clock: { now: () => new Date(now), heldBy: undefined } };
  const result = await sync(host, { from: [], ecosystems: undefined, databases, storePath });
  assert.ok(result.content.kind === 'filled');
  return { ...result, content: result.content };
}

const paths = () => server.asked.map(({ url }) => url?.replace(/%3A/g, ':').replace(/%3E%3D/g, '>='));

test('the NVD is fetched page by page, and then what changed since a day before its latest record', async () => {
  const storePath = newStore();
  const first = await run([nvd()], storePath);
  assert.deepEqual(paths(), [
    '/nvd/cves/2.0?resultsPerPage=2000&startIndex=0',
    '/nvd/cves/2.0?resultsPerPage=2000&startIndex=2',
    '/nvd/cves/2.0?resultsPerPage=2000&startIndex=4',
  ]);
  assert.deepEqual([first.anew, first.databases[0]?.records, first.databases[0]?.read], ['no store', 5, 5]);

  server.asked.length = 0;
  entries[1] = { id: 'CVE-2026-0002', modified: '2026-11-11T09:00:00.000Z', product: 'bowl' };
  entries.push({ id: 'CVE-2026-0006', modified: '2026-11-11T08:00:00.000Z', product: 'ladle' });
  const second = await run([nvd()], storePath, '2026-11-12T08:00:00Z');
  assert.deepEqual(paths(), [
    '/nvd/cves/2.0?lastModStartDate=2026-11-04T08:00:00.000Z&lastModEndDate=2026-11-12T08:00:00.000Z&resultsPerPage=2000&startIndex=0',
    '/nvd/cves/2.0?lastModStartDate=2026-11-04T08:00:00.000Z&lastModEndDate=2026-11-12T08:00:00.000Z&resultsPerPage=2000&startIndex=2',
  ]);
  assert.deepEqual([second.anew, second.databases[0]?.records, second.databases[0]?.read], [undefined, 6, 4]);

  const whole = await run([nvd()], newStore(), '2026-11-12T08:00:00Z');
  assert.equal(second.content.hash, whole.content.hash, 'what changed leads to the same store');
  assert.deepEqual(second.content.databases, whole.content.databases);
  const store = openStore(storePath);
  const products = ['ladle', 'bowl'].map((product) => ({ vendor: 'maker', product }));
  assert.deepEqual(
    [...store.cves([], products).byProduct].map(
      ([name, found]) => `${name} ${found.map(({ id }) => id.slice(-1)).join('')}`,
    ),
    ['maker/ladle 13456', 'maker/bowl 2'],
  );
  assert.deepEqual(
    store.products(['ladle']).map(({ records }) => records),
    [5],
    'what a record said before is gone',
  );
  store.close();
  const file = new DatabaseSync(storePath, { readOnly: true });
  for (const [part, of] of [
    ['cve_document WHERE cve', 'cve'],
    ['cve_claim WHERE cve', 'cve'],
    ['cpe_match WHERE claim', 'cve_claim'],
  ])
    assert.equal(
      file.prepare(`SELECT count(*) AS n FROM ${part} NOT IN (SELECT number FROM ${of})`).get()?.['n'],
      0,
      part,
    );
  file.close();
});

test('the NVD is not asked for changes again within two hours, and what the store holds of it stays', async () => {
  const storePath = newStore();
  const first = await run([nvd(), ghsa()], storePath);
  server.asked.length = 0;
  const early = await run([nvd(), ghsa()], storePath, '2026-11-10T09:59:59Z');
  assert.deepEqual(
    paths().map((path) => path?.startsWith('/api/')),
    [true, true],
    'GitHub may be asked',
  );
  assert.deepEqual(
    early.databases.map(({ records, read, resting }) => [records, read > 0, resting]),
    [
      [5, false, '2026-11-10T08:00:00.000Z'],
      [5, true, undefined],
    ],
  );
  assert.equal(early.content.hash, first.content.hash);
  assert.deepEqual(
    early.diagnostics.map(({ rule }) => rule),
    ['sync/asked-lately'],
  );
  server.asked.length = 0;
  const late = await run([nvd(), ghsa()], storePath, '2026-11-10T10:00:00Z');
  assert.equal(late.anew, undefined);
  assert.equal(late.databases[0]?.resting, undefined, 'the wait is counted from when it was asked');
  assert.match(paths()[0] ?? '', /^\/nvd\//);
});

test('a store of the NVD is read anew once a week', async () => {
  const storePath = newStore();
  await run([nvd()], storePath);
  const { anew } = await run([nvd()], storePath, '2026-11-18T08:00:00Z');
  assert.equal(anew, 'a week old');
});

test('advisories of GitHub are fetched along their cursor, and then by the day of their change', async () => {
  const storePath = newStore();
  const first = await run([ghsa()], storePath);
  const head = 'per_page=100&sort=updated&direction=asc';
  assert.deepEqual(paths(), [
    `/api/advisories?type=reviewed&${head}`,
    `/api/advisories?type=reviewed&${head}&after=2`,
    `/api/advisories?type=reviewed&${head}&after=4`,
    `/api/advisories?type=malware&${head}`,
  ]);
  assert.deepEqual(
    first.content.sources.map(({ feed, ecosystem, records }) => `${feed} ${ecosystem} ${records}`),
    ['ghsa npm 5'],
  );
  server.asked.length = 0;
  entries[0] = { id: 'CVE-2026-0001', modified: '2026-11-11T08:00:00.000Z', product: 'bowl' };
  const second = await run([ghsa()], storePath, '2026-11-12T08:00:00Z');
  assert.match(paths()[0] ?? '', /&modified=>=2026-11-04$/);
  assert.equal(second.databases[0]?.read, 3);
  const whole = await run([ghsa()], newStore(), '2026-11-12T08:00:00Z');
  assert.equal(second.content.hash, whole.content.hash);
});

test('questions tell nothing but what is to be had of the database, and the key goes to its own host alone', async () => {
  process.env['TUREEN_TOKEN_NVD'] = 'secret-of-nvd';
  process.env['TUREEN_TOKEN_OTHER'] = 'secret-of-github';
  try {
    await run([nvd(), { ...ghsa(), tokenFrom: 'TUREEN_TOKEN_OTHER' }], newStore());
  } finally {
    delete process.env['TUREEN_TOKEN_NVD'];
    delete process.env['TUREEN_TOKEN_OTHER'];
  }
  const known =
    /^\/(?:nvd\/cves\/2\.0|api\/advisories)\?(?:(?:startIndex|resultsPerPage|after|per_page)=\d+|type=(?:reviewed|malware)|sort=updated|direction=asc|&)+$/;
  for (const { method, url, headers } of server.asked) {
    assert.equal(method, 'GET');
    assert.match(url ?? '', known);
    const isNvd = url?.startsWith('/nvd') === true;
    assert.equal(headers['apikey'], isNvd ? 'secret-of-nvd' : undefined);
    assert.equal(headers.authorization, isNvd ? undefined : 'Bearer secret-of-github');
    assert.deepEqual(
      Object.keys(headers).filter((name) => !usualHeaders.has(name)),
      [],
    );
  }
});

const usualHeaders = new Set(
  'host connection accept accept-language accept-encoding sec-fetch-mode user-agent apikey authorization x-github-api-version'.split(
    ' ',
  ),
);

test('a key is not sent without encryption', async () => {
  process.env['TUREEN_TOKEN_NVD'] = 'secret';
  try {
    await assert.rejects(run([{ feed: 'nvd', from: 'http://nvd.example/cves/2.0' }], newStore()), {
      name: 'UsageError',
      message: /would be sent to "http:\/\/nvd\.example\/cves" without encryption/,
    });
  } finally {
    delete process.env['TUREEN_TOKEN_NVD'];
  }
});

test('an interface that is busy is asked again; one whose limit is used up is told, and the old store stays', async () => {
  const storePath = newStore();
  let busy = 2;
  refuses = (_, response) => {
    if (busy-- <= 0) return false;
    response.writeHead(busy === 1 ? 429 : 503, { 'retry-after': '0' }).end();
    return true;
  };
  const { content } = await run([ghsa()], storePath);
  refuses = ({ url }, response) => {
    if (url?.includes('after=2') !== true) return false;
    const reset = String(Math.floor(Date.now() / 1000) + 1800);
    response.writeHead(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }).end('{"message":"limit"}');
    return true;
  };
  entries = entries.map((entry) => ({ ...entry, modified: '2026-11-09T08:00:00.000Z' }));
  await assert.rejects(run([ghsa()], storePath, '2026-11-18T08:00:00Z'), {
    name: 'HostError',
    message:
      /^GitHub advisories database: ".*" cannot be fetched: the host answers 403 Forbidden: its limit of requests is used up for \d+ s$/,
    help: /a source that gives out keys answers more with one/,
  });
  const store = openStore(storePath);
  assert.deepEqual(store.content(), content);
  store.close();
});

for (const [what, page] of [
  ['HTML', '<html>Sign in</html>'],
  ['another page', '{"format":"NVD_CVE","resultsPerPage":0,"startIndex":7,"totalResults":0,"vulnerabilities":[]}'],
] as const)
  test(`${what} instead of a page of the NVD leaves the old store in use`, async () => {
    const storePath = newStore();
    const { content } = await run([nvd()], storePath);
    refuses = ({ url }, response) => {
      if (url?.includes('startIndex=2') !== true) return false;
      response.end(page);
      return true;
    };
    await assert.rejects(run([nvd()], storePath, '2026-11-18T08:00:00Z'), {
      name: 'HostError',
      message: /^the NVD database at ".*" is damaged: /,
      help: /The store was not changed\.$/,
    });
    const store = openStore(storePath);
    assert.deepEqual(store.content(), content);
    store.close();
  });

test('an address that ends otherwise holds files', async () => {
  await assert.rejects(run([{ feed: 'nvd', from: `${server.address}/feeds` }], newStore()), {
    message: /is not there$/,
  });
  assert.match(server.asked[0]?.url ?? '', /^\/feeds\/nvdcve-2\.0-2002\.json\.gz$/);
});

test('a run that fails half-way is gone on with: no page is asked for twice', async () => {
  const storePath = newStore();
  refuses = ({ url }, response) => {
    if (url?.includes('startIndex=4') !== true) return false;
    response.writeHead(403).end();
    return true;
  };
  await assert.rejects(run([nvd()], storePath), { message: /403/ });
  const kept = () => readdirSync(folder).filter((name) => name.startsWith(`.${basename(storePath)}.`));
  const left = kept();
  assert.equal(left.length, 2);
  const [first = ''] = left.map((name) => join(folder, name));
  writeFileSync(first, Buffer.from(readFileSync(first, 'latin1').replace('"date":"', '"date":"x'), 'latin1'));
  refuses = undefined;
  server.asked.length = 0;
  const { content } = await run([nvd()], storePath);
  assert.equal(server.asked.length, 2, 'the page that was left whole is not, the one that was changed is');
  assert.equal(content.hash, (await run([nvd()], newStore())).content.hash);
  assert.deepEqual(kept(), []);
});

test('a database that moves on while it is read is refused, and its pages are forgotten', async () => {
  const storePath = newStore();
  refuses = ({ url }) => {
    if (url?.includes('startIndex=2') === true)
      entries.unshift({ id: 'CVE-2026-0009', modified: '2026-11-09T08:00:00.000Z', product: 'ladle' });
    return false;
  };
  await assert.rejects(run([nvd()], storePath), {
    name: 'HostError',
    message: /changed while it was read: of 6 records 5 came$/,
    help: /^Try again/,
  });
  refuses = undefined;
  server.asked.length = 0;
  await run([nvd()], storePath);
  assert.equal(server.asked.length, 3);
});

test('a record that goes away while pages are read moves another one out of sight, and that is refused', async () => {
  refuses = ({ url }) => {
    if (url?.includes('startIndex=4') === true) entries.shift();
    return false;
  };
  entries.push({ id: 'CVE-2026-0006', modified: '2026-11-06T08:00:00.000Z', product: 'ladle' });
  perPage = 4;
  await assert.rejects(run([nvd()], newStore()), { message: /changed while it was read: of 6 records 5 came$/ });
});

test('pages that lead in a circle are refused', async () => {
  refuses = ({ url }, response) => {
    if (url?.includes('after=2') !== true) return false;
    response.writeHead(200, { link: '<http://elsewhere.example/advisories?after=2>; rel="next"' }).end('[]');
    return true;
  };
  await assert.rejects(run([ghsa()], newStore()), { name: 'HostError', message: /its pages lead in a circle$/ });
});
