import { parseCpe } from '../../base/cpe/parse-cpe.ts';
import { oneLine } from '../../base/one-line.ts';

/** The names of CPE among some that cannot be read, each told once as a flaw. */
export function badNames(names: readonly string[]): readonly string[] {
  const bad = [...new Set(names)].filter((name) => parseCpe(name) === undefined);
  return bad.map((name) => `"${oneLine(name, 80)}" is no name of CPE`);
}
