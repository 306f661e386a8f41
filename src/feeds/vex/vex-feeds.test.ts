import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { VexFeed, VexListing } from '../../model/plugs/vex-feed.ts';
import { csafAggregator } from './csaf-aggregator.ts';
import { csafProvider } from './csaf-provider.ts';
import { vexRepository } from './vex-repository.ts';

type Row = {
  readonly title: string;
  readonly feed: VexFeed;
  readonly path: string;
  readonly answer: unknown;
  readonly lists: readonly VexListing[];
};

const canonical_url = 'https://csaf.example/provider-metadata.json';
const link = (href: string) => [{ rel: 'self', href }];

const rows: readonly Row[] = [
  {
    title: 'the index of a VEX repository names a document for each package',
    feed: vexRepository,
    path: 'index.json',
    answer: {
      updated_at: '2026-03-23T00:48:43Z',
      packages: [
        { id: 'pkg:npm/a', location: 'pkg/npm/a/vex.json' },
        { id: 'pkg:npm/b', location: '../b.json' },
      ],
    },
    lists: [
      { kind: 'document', at: 'pkg/npm/a/vex.json', subject: 'pkg:npm/a', changed: '2026-03-23T00:48:43Z' },
      { kind: 'unusable', name: '../b.json', reason: 'its path leads out of the repository' },
    ],
  },
  {
    title: 'the manifest of a VEX repository names archives in a map of versions, as the specification has it',
    feed: vexRepository,
    path: '.well-known/vex-repository.json',
    answer: {
      name: 'x',
      versions: {
        v1: { spec_version: 'v1.0', locations: [{ url: 'https://vex.example/v1.zip' }], update_interval: '1h' },
        v0: {
          spec_version: 'v0.1',
          locations: [
            { url: 'https://vex.example/main.tar.gz//vexhub-main/' },
            { url: 'https://vex.example/v0.zip//a/b?x=1' },
          ],
          update_interval: '1h30m',
        },
      },
      latest_version: 'v1',
    },
    lists: [
      {
        kind: 'archives',
        found: [
          { at: 'https://vex.example/main.tar.gz', within: 'vexhub-main' },
          { at: 'https://vex.example/v0.zip', within: 'a/b' },
        ],
        interval: 5_400_000,
      },
    ],
  },
  {
    title: 'a manifest names archives in a list of versions, as most have it',
    feed: vexRepository,
    path: 'vex-repository.json',
    answer: {
      versions: [{ spec_version: '0.1', locations: [{ url: 'https://vex.example/x.tgz' }], update_interval: 'soon' }],
    },
    lists: [{ kind: 'archives', found: [{ at: 'https://vex.example/x.tgz', within: '' }], interval: undefined }],
  },
  {
    title: 'a manifest of another version is damaged, and says of which',
    feed: vexRepository,
    path: 'vex-repository.json',
    answer: { versions: [{ spec_version: '1.0', locations: [{ url: 'https://vex.example/x.tgz' }] }] },
    lists: [{ kind: 'damaged', reason: 'it offers version 1.0 of the specification, and 0.1 is read' }],
  },
  {
    title: 'a manifest without versions is damaged',
    feed: vexRepository,
    path: 'vex-repository.json',
    answer: { versions: [] },
    lists: [{ kind: 'damaged', reason: 'it offers version none of the specification, and 0.1 is read' }],
  },
  {
    title: 'an index of something else is damaged',
    feed: vexRepository,
    path: 'index.json',
    answer: '<html>',
    lists: [{ kind: 'damaged', reason: 'it is no index with packages' }],
  },
  {
    title: 'metadata of a provider names folders and open feeds, and what lies elsewhere',
    feed: csafProvider,
    path: 'provider-metadata.json',
    answer: {
      canonical_url,
      role: 'csaf_trusted_provider',
      public_openpgp_keys: [
        { url: 'https://csaf.example/key.asc', fingerprint: 'AB12' },
        { url: 'https://keys.example/key.asc' },
      ],
      distributions: [
        { directory_url: 'https://csaf.example/white%20papers' },
        {
          rolie: {
            feeds: [
              { url: 'https://csaf.example/feed-white.json', tlp_label: 'WHITE' },
              { url: 'https://csaf.example/feed-amber.json', tlp_label: 'AMBER' },
              { url: 'https://other.example/feed.json' },
            ],
          },
        },
      ],
    },
    lists: [
      { kind: 'promise' },
      { kind: 'key', at: 'key.asc', fingerprint: 'AB12' },
      { kind: 'key', at: 'https://keys.example/key.asc' },
      { kind: 'list', at: 'white papers/changes.csv', otherwise: 'white papers/index.txt' },
      { kind: 'list', at: 'feed-white.json' },
      { kind: 'withheld', at: 'feed-amber.json', label: 'AMBER' },
      { kind: 'list', at: 'https://other.example/feed.json' },
    ],
  },
  {
    title: 'metadata without a distribution says so',
    feed: csafProvider,
    path: 'provider-metadata.json',
    answer: { canonical_url },
    lists: [
      {
        kind: 'unusable',
        name: 'provider-metadata.json',
        reason: 'it names no place where its documents lie (7.1.7)',
      },
    ],
  },
  {
    title: 'changes.csv names documents beside it, with their days',
    feed: csafProvider,
    path: 'white/changes.csv',
    answer:
      '\ufeff"2024/a.json","2024-04-01T10:00:00Z"\r\n2023/b.json,2023-01-01T00:00:00Z\n"2023/c, ""d"".json","x"\n../e.json,x\n',
    lists: [
      { kind: 'document', at: 'white/2024/a.json', changed: '2024-04-01T10:00:00Z' },
      { kind: 'document', at: 'white/2023/b.json', changed: '2023-01-01T00:00:00Z' },
      { kind: 'document', at: 'white/2023/c, "d".json', changed: 'x' },
      { kind: 'unusable', name: '../e.json', reason: 'its path leads out of the folder of the list' },
    ],
  },
  {
    title: 'a list at an address names documents beside it, escaped',
    feed: csafProvider,
    path: 'https://other.example/white/changes.csv',
    answer: '2024/a b.json,2024-04-01T10:00:00Z',
    lists: [{ kind: 'document', at: 'https://other.example/white/2024/a%20b.json', changed: '2024-04-01T10:00:00Z' }],
  },
  {
    title: 'a page in place of changes.csv is damaged',
    feed: csafProvider,
    path: 'white/changes.csv',
    answer: '<html>',
    lists: [{ kind: 'damaged', reason: 'none of its lines names a document' }],
  },
  {
    title: 'a page in place of index.txt is damaged, and an empty index is not',
    feed: csafProvider,
    path: 'index.txt',
    answer: '<html>',
    lists: [{ kind: 'damaged', reason: 'none of its lines names a document' }],
  },
  {
    title: 'index.txt names documents',
    feed: csafProvider,
    path: 'index.txt',
    answer: '2024/a.json\r\n2024/a.json.asc\n\n',
    lists: [{ kind: 'document', at: '2024/a.json' }],
  },
  {
    title: 'a feed of ROLIE names documents below its own root',
    feed: csafProvider,
    path: 'feed-white.json',
    answer: {
      feed: {
        link: link('https://csaf.example/feed-white.json'),
        entry: [
          { updated: '2024-04-01T10:00:00Z', link: link('https://csaf.example/2024/a.json') },
          { link: link('https://other.example/b.json') },
          { content: { src: 'https://csaf.example/c%2B.json' } },
          { id: 'X-1' },
        ],
      },
    },
    lists: [
      { kind: 'document', at: '2024/a.json', changed: '2024-04-01T10:00:00Z' },
      { kind: 'document', at: 'https://other.example/b.json' },
      { kind: 'document', at: 'c+.json' },
      { kind: 'unusable', name: 'entry X-1 of feed-white.json', reason: 'it has no link to its document' },
    ],
  },
  {
    title: 'an aggregator names providers, by its mirrors of them where it has some',
    feed: csafAggregator,
    path: 'aggregator.json',
    answer: {
      csaf_providers: [
        { metadata: { url: 'https://one.example/provider-metadata.json', publisher: { name: 'One' } } },
        {
          metadata: { url: 'https://two.example/x.json' },
          mirrors: ['https://mirror.example/two/provider-metadata.json'],
        },
      ],
      csaf_publishers: [{ metadata: { url: 'https://three.example/x.json' } }],
    },
    lists: [
      { kind: 'source', address: 'https://one.example/provider-metadata.json', name: 'One' },
      { kind: 'source', address: 'https://mirror.example/two/provider-metadata.json', name: undefined },
      { kind: 'source', address: 'https://three.example/x.json', name: undefined },
    ],
  },
  {
    title: 'a page in place of an aggregator is damaged',
    feed: csafAggregator,
    path: 'aggregator.json',
    answer: '<html>',
    lists: [{ kind: 'damaged', reason: 'it is no list of an aggregator' }],
  },
  {
    title: 'a page in place of a feed is damaged',
    feed: csafProvider,
    path: 'feed-white.json',
    answer: '<html>',
    lists: [{ kind: 'damaged', reason: 'it is no feed of ROLIE' }],
  },
];

for (const { title, feed, path, answer, lists } of rows) {
  test(title, () => {
    const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
    assert.deepEqual([...feed.listed(path, new TextEncoder().encode(text))], lists);
  });
}
