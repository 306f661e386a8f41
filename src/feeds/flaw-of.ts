import type { SchemaProblem } from '../base/formats/schema.ts';
import { oneLine } from '../base/one-line.ts';

/** What is wrong with a record, in one line. */
export function flawOf({ keyPath, message }: SchemaProblem): string {
  return oneLine(keyPath.length === 0 ? message : `"${keyPath.join('.')}": ${message}`, 200);
}
