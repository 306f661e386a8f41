import { createHash } from 'node:crypto';
import { HostError } from '../../base/errors.ts';
import type { AnomalySource } from '../../model/anomalies/anomaly-source.ts';
import type { Host } from '../host.ts';

/** The sha256 of each file that sources of anomalies attach; one that is gone or cannot be read has none. */
export async function hashAttached(
  { files }: Host,
  sources: readonly AnomalySource[],
): Promise<ReadonlyMap<string, string>> {
  const hashes = new Map<string, string>();
  for (const source of sources) {
    const bytes = source.kind === 'attachment' ? await files.read(source.file).catch(unreadable) : undefined;
    if (source.kind === 'attachment' && bytes !== undefined)
      hashes.set(source.file, createHash('sha256').update(bytes).digest('hex'));
  }
  return hashes;
}

function unreadable(error: unknown): undefined {
  if (!(error instanceof HostError)) throw error;
  return undefined;
}
