import type { Tone } from '../model/document.ts';

/** A sign that stands before a toned text, so that no meaning hangs on colour alone, and its name for a screen reader. */
export type ToneMark = { readonly sign: string; readonly name: string };

/** The mark of each tone that judges; a plain or secondary text has none. */
export const toneMarks: Readonly<Record<Tone, ToneMark | undefined>> = {
  plain: undefined,
  quiet: undefined,
  good: { sign: '✓', name: 'good' },
  doubt: { sign: '▲', name: 'doubtful' },
  bad: { sign: '✗', name: 'bad' },
};
