import { createHash } from 'node:crypto';
import { frozenPath } from '../base/releases/release-files.ts';
import type { RiskFile } from '../model/risks/risk-file.ts';
import type { Release } from '../model/releases/release.ts';
import type { Filed } from '../model/filed.ts';
import type { Verification } from '../model/records/verification.ts';
import type { Host } from './host.ts';

/** Hashes the files that records name as imported or frozen, as they are now; `undefined` where there is none. */
export async function hashSources(
  { files }: Host,
  records: {
    readonly riskFile: Filed<RiskFile> | undefined;
    readonly verification: Filed<Verification> | undefined;
    readonly releases: readonly Filed<Release>[];
  },
): Promise<ReadonlyMap<string, string | undefined>> {
  const named = [
    ...(records.verification?.record.runs.map(({ file }) => file) ?? []),
    records.riskFile?.record.source?.file,
    ...records.releases.flatMap((one) => one.record.frozen.map(({ file }) => frozenPath(one, file))),
  ].filter((file) => file !== undefined);
  const hashes = new Map<string, string | undefined>();
  for (const file of named) {
    if (hashes.has(file)) continue;
    const bytes = await files.read(file);
    hashes.set(file, bytes === undefined ? undefined : sha256(bytes));
  }
  return hashes;
}

/** The SHA-256 of bytes, in lower-case hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
