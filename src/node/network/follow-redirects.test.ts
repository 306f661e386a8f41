import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whyAstray } from './follow-redirects.ts';

const steps: readonly (readonly [first: string, from: string, next: string, why: string | undefined])[] = [
  ['https://a.example/x', 'https://a.example/x', 'https://b.example/y', undefined],
  ['http://a.example/x', 'http://a.example/x', 'https://a.example/x', undefined],
  [
    'https://a.example/x',
    'https://b.example/x',
    'http://b.example/y',
    'it leads to "http://b.example/y", away from https',
  ],
  [
    'https://a.example/x',
    'https://a.example/x',
    'ftp://me:secret@a.example/x',
    'it leads to "ftp://a.example/x", which is no address on the web',
  ],
  [
    'https://a.example/x',
    'https://a.example/x',
    'https://169.254.169.254/latest?key=1',
    'it leads to "https://169.254.169.254/latest?…", in a network of your own, of which a.example cannot know',
  ],
  [
    'http://a.example/x',
    'http://127.0.0.1/x',
    'http://127.0.0.1/y',
    'it leads to "http://127.0.0.1/y", in a network of your own, of which a.example cannot know',
  ],
  ['http://10.0.0.1/x', 'http://10.0.0.1/x', 'http://192.168.0.2/y', undefined],
  ['http://localhost/x', 'http://localhost/x', 'https://a.example/y', undefined],
];

for (const [first, from, next, why] of steps)
  test(`${from} ${why === undefined ? 'may lead' : 'does not lead'} to ${next}`, () => {
    assert.equal(whyAstray(new URL(first), new URL(from), new URL(next)), why);
  });
