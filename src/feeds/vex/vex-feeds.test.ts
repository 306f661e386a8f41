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
    answer: { updated_at: '2026-03-23T00:48:43Z', packages: [{ id: 'pkg:npm/a', location: 'pkg/npm/a/vex.json' }] },
    lists: [{ kind: 'document', path: 'pkg/npm/a/vex.json', subject: 'pkg:npm/a', changed: '2026-03-23T00:48:43Z' }],
  },
  {
    title: 'the manifest of a VEX repository names archives that lie elsewhere',
    feed: vexRepository,
    path: '.well-known/vex-repository.json',
    answer: {
      name: 'x',
      versions: [{ spec_version: '0.1', locations: [{ url: 'https://vex.example/main.tar.gz//main' }] }],
    },
    lists: [{ kind: 'elsewhere', address: 'https://vex.example/main.tar.gz//main' }],
  },
  {
    title: 'a manifest without versions is damaged',
    feed: vexRepository,
    path: 'vex-repository.json',
    answer: { versions: [] },
    lists: [{ kind: 'damaged', reason: 'it is no manifest of a VEX repository' }],
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
      public_openpgp_keys: [
        { url: 'https://csaf.example/key.asc', fingerprint: 'AB12' },
        { url: 'https://keys.example/key.asc' },
      ],
      distributions: [
        { directory_url: 'https://csaf.example/white' },
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
      { kind: 'key', path: 'key.asc', fingerprint: 'AB12' },
      { kind: 'elsewhere', address: 'https://keys.example/key.asc' },
      { kind: 'list', path: 'white/changes.csv' },
      { kind: 'list', path: 'feed-white.json' },
      { kind: 'elsewhere', address: 'https://other.example/feed.json' },
    ],
  },
  {
    title: 'changes.csv names documents beside it, with their days',
    feed: csafProvider,
    path: 'white/changes.csv',
    answer: '"2024/a.json","2024-04-01T10:00:00Z"\n2023/b.json,2023-01-01T00:00:00Z\n',
    lists: [
      { kind: 'document', path: 'white/2024/a.json', changed: '2024-04-01T10:00:00Z' },
      { kind: 'document', path: 'white/2023/b.json', changed: '2023-01-01T00:00:00Z' },
    ],
  },
  {
    title: 'index.txt names documents',
    feed: csafProvider,
    path: 'index.txt',
    answer: '2024/a.json\r\n2024/a.json.asc\n\n',
    lists: [{ kind: 'document', path: '2024/a.json' }],
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
        ],
      },
    },
    lists: [
      { kind: 'document', path: '2024/a.json', changed: '2024-04-01T10:00:00Z' },
      { kind: 'elsewhere', address: 'https://other.example/b.json' },
    ],
  },
  {
    title: 'an aggregator names providers, by its mirrors of them where it has some',
    feed: csafAggregator,
    path: 'aggregator.json',
    answer: {
      csaf_providers: [
        { metadata: { url: 'https://one.example/provider-metadata.json' } },
        {
          metadata: { url: 'https://two.example/x.json' },
          mirrors: ['https://mirror.example/two/provider-metadata.json'],
        },
      ],
      csaf_publishers: [{ metadata: { url: 'https://three.example/x.json' } }],
    },
    lists: [
      { kind: 'elsewhere', address: 'https://one.example/provider-metadata.json' },
      { kind: 'elsewhere', address: 'https://mirror.example/two/provider-metadata.json' },
      { kind: 'elsewhere', address: 'https://three.example/x.json' },
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
