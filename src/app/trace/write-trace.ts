import { UsageError } from '../../base/errors.ts';
import { traceExports } from '../../exports/trace/index.ts';
import type { TracedId } from './trace.ts';

/** Writes a traced id as a graph. Throws `UsageError` for a format that is not known. */
export function writeTrace({ graph }: TracedId, format: string): string {
  const chosen = traceExports.find(({ name }) => name === format);
  if (chosen !== undefined) return chosen.write(graph);
  const known = traceExports.map(({ name }) => name).join(', ');
  throw new UsageError(`there is no graph format "${format}"`, `Take one of ${known}.`);
}
