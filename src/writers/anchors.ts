import type { Block, Cell, Document } from '../model/document.ts';
import { visibleLine } from './visible-text.ts';

/** The targets of a document: where links may lead, and which of several namesakes is the one that they mean. */
export type Anchors = {
  readonly has: (anchor: string) => boolean;
  /** True the first time that an anchor is placed; a second namesake is no target. */
  readonly place: (anchor: string) => boolean;
};

/** Collects the anchors of a document, so that no link leads nowhere and no target stands twice. */
export function anchorsOf(document: Document): Anchors {
  const known = new Set(document.blocks.flatMap(anchorsIn).map(visibleLine));
  const open = new Set([...known].filter((anchor) => anchor !== ''));
  return {
    has: (anchor) => anchor !== '' && known.has(visibleLine(anchor)),
    place: (anchor) => open.delete(visibleLine(anchor)),
  };
}

function anchorsIn(block: Block): readonly string[] {
  if (block.kind === 'heading') return block.anchor === undefined ? [] : [block.anchor];
  return cellsOf(block).flatMap(({ anchor }) => (anchor === undefined ? [] : [anchor]));
}

function cellsOf(block: Exclude<Block, { kind: 'heading' }>): readonly Cell[] {
  if (block.kind === 'paragraph') return block.cells;
  if (block.kind === 'list') return block.items.flat();
  if (block.kind === 'facts') return block.rows.flatMap(({ cells }) => cells);
  if (block.kind === 'table') return block.rows.flat();
  return [];
}
