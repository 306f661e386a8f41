import type { Tone } from '../model/document.ts';

/** The sign that stands before a toned text, so that no meaning hangs on colour alone, and its name for a screen reader. */
export function toneMark(tone: Tone | undefined): { readonly sign: string; readonly name: string } | undefined {
  return tone === undefined ? undefined : marks[tone];
}

const marks: Readonly<Record<Tone, { readonly sign: string; readonly name: string } | undefined>> = {
  plain: undefined,
  quiet: undefined,
  good: { sign: '✓', name: 'good' },
  doubt: { sign: '▲', name: 'doubtful' },
  bad: { sign: '✗', name: 'bad' },
};
