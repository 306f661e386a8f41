import { leftPad } from './left-pad.ts';

/** The record of the examples with one failure mode and the given lines in it. */
export function failureModeWith(lines: string): Readonly<Record<string, string>> {
  const inside = lines
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
  return leftPad(
    `failureModes:\n  - id: FM-1\n    mode: Cuts the text\n    cause: Text too long\n    effect: Wrong label\n${inside}`,
  );
}
