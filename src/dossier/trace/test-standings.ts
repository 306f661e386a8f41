import { packageOf, parsePurl } from '../../base/packages/purl.ts';
import { globs } from '../../base/paths/glob.ts';
import type { Dossier, ItemEntry } from '../../model/dossier.ts';
import type { Standing } from '../../model/trace.ts';
import type { TestRun } from '../../model/records/verification.ts';

/** What a test or document is named by. */
export type Verified = 'requirement' | 'control';

/** Tells what a name under `verifiedBy` says for a SOUP item, or for the device where no item is given. */
export type Standings = (name: string, verified: Verified, item?: ItemEntry) => Standing;

/**
 * Joins names under `verifiedBy` with the recorded results. Of several runs the latest counts, of one day the one that
 * stands last; a result holds for the versions of SOUP that were tested, and as long as its file is what it was.
 */
export function testStandings({ verification, hashes }: Pick<Dossier, 'verification' | 'hashes'>): Standings {
  const record = verification?.record;
  const isTest = globs(record?.testIds ?? []);
  const results = new Map<string, Result>();
  for (const run of record?.runs ?? []) {
    const tested = testedVersions(run);
    for (const outcome of ['passed', 'skipped', 'failed'] as const)
      for (const id of run[outcome]) {
        const known = results.get(id);
        if (known === undefined || known.run === run || known.run.on <= run.on)
          results.set(id, { run, outcome, tested });
      }
  }
  return (name, verified, item) => {
    const result = results.get(name);
    if (result === undefined) return { kind: isTest(name) ? 'missing' : 'document' };
    const { run, outcome } = result;
    const at = { on: run.on, source: run.file ?? run.document ?? '' };
    if (outcome !== 'passed') return { kind: outcome, ...at };
    const reason = fileReason(run, hashes) ?? (item === undefined ? undefined : versionReason(result, item, verified));
    return reason === undefined ? { kind: 'passed', ...at } : { kind: 'stale', ...at, reason };
  };
}

type Result = {
  readonly run: TestRun;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** Versions by package URL. */
  readonly tested: ReadonlyMap<string, readonly string[]>;
};

function testedVersions({ tested }: TestRun): Result['tested'] {
  const versions = new Map<string, string[]>();
  for (const purl of tested) {
    const version = parsePurl(purl)?.version;
    const known = versions.get(packageOf(purl));
    if (version === undefined) continue;
    if (known === undefined) versions.set(packageOf(purl), [version]);
    else known.push(version);
  }
  return versions;
}

function fileReason({ file, sha256 }: TestRun, hashes: Dossier['hashes']): string | undefined {
  if (file === undefined) return undefined;
  const now = hashes.get(file);
  if (now === undefined) return `${file} is not there`;
  return now === sha256 ? undefined : `${file} has changed since it was imported`;
}

/** A control may stand outside of the item, in a part that was tested without it: then no version of it was tested. */
function versionReason({ tested }: Result, { filed, own }: ItemEntry, named: Verified): string | undefined {
  const inUse = own.flatMap(({ component: { version } }) => version ?? []);
  const known = tested.get(filed.record.soup) ?? [];
  const untested = inUse.filter((version) => !known.includes(version));
  if (untested.length === 0 || (known.length === 0 && named === 'control')) return undefined;
  return known.length === 0
    ? `nobody tells which version of ${filed.record.soup} was tested`
    : `tested was ${filed.record.soup} ${known.join(', ')}, in use is ${untested.join(', ')}`;
}
