import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block, Cell } from '../../model/document.ts';
import { gatherUnwritten } from './gather-unwritten.ts';
import { unwritten } from './missing.ts';

const asked: Cell = { text: unwritten.asked, tone: 'bad', place: { file: 'soup/items/a.yaml', keyPath: ['purpose'] } };
const notAsked: Cell = { text: unwritten.notAsked, tone: 'quiet' };

function facts(...rows: readonly (readonly [string, Cell])[]): Block {
  return { kind: 'facts', rows: rows.map(([label, cell]) => ({ label, cells: [cell] })) };
}

function heading(text: string): Block {
  return { kind: 'heading', level: 3, text };
}

test('what a draft does not hold yet is said in one row, with the place of the first', () => {
  const blocks = gatherUnwritten([
    facts(['Title', { text: 'a' }], ['Purpose', asked], ['Owner', asked], ['Support', notAsked]),
    heading('Requirements'),
    { kind: 'paragraph', cells: [{ text: 'Functional requirements: ' }, asked] },
    heading('Failure modes and effects'),
    { kind: 'paragraph', cells: [{ text: 'Failure modes, or why there is none: ' }, notAsked] },
  ]);
  assert.deepEqual(blocks, [
    facts(
      ['Title', { text: 'a' }],
      ['Not written yet', { ...asked, text: 'Purpose, Owner, Functional requirements' }],
      ['Not asked here', { ...notAsked, text: 'Support, Failure modes, or why there is none' }],
    ),
  ]);
});

test('what a draft holds stays in its section', () => {
  const table: Block = { kind: 'table', columns: [{ title: 'Function', width: 1 }], rows: [[{ text: 'REQ-1' }]] };
  const blocks = gatherUnwritten([
    facts(['Title', { text: 'a' }]),
    heading('Requirements'),
    table,
    { kind: 'paragraph', cells: [{ text: 'Performance requirements: ' }, asked] },
    heading('Failure modes and effects'),
    { kind: 'notice', tone: 'plain', text: 'No contribution' },
  ]);
  assert.deepEqual(
    blocks.map((block) => block.kind),
    ['facts', 'heading', 'table', 'heading', 'notice'],
  );
});
