import { UsageError } from '../../base/errors.ts';
import { usualMaximumAgeDays } from '../../dossier/evaluation/state-of-evaluation.ts';
import type { Component } from '../../model/component.ts';
import type { Evaluation } from '../../model/anomalies/evaluation.ts';
import type { Dossier } from '../../model/dossier.ts';
import type { Use } from '../../model/entry.ts';
import { kinds } from '../../records/loading/record-kinds.ts';
import { loadMappings } from '../evaluation/find-mapped.ts';
import { matchComponents } from '../evaluation/match-components.ts';
import { openFreshStore } from '../evaluation/open-fresh-store.ts';
import type { Host } from '../host.ts';
import { openDossier } from '../open-dossier.ts';
import { today } from '../today.ts';
import { refuseUnread, renewTriage, type Triage } from '../verdicts/open-triage.ts';
import { deviceOf } from './device-of.ts';
import { findRelease } from './find-release.ts';
import { loadReleases } from './load-releases.ts';

/**
 * Opens a release in the field for triage: its components as they were frozen, today's advisories, today's records. Sources are not
 * looked through for imports, for they are those of today. Throws `UsageError` and `HostError` as `watch` does.
 */
export async function openReleaseTriage(host: Host, version: string, storePath: string): Promise<Triage> {
  const found = await findRelease(host, version);
  if (found === undefined)
    throw new UsageError(`no release "${version}" is recorded under soup/releases`, 'See `tureen watch`.');
  const { components, doubts } = found;
  const evaluation = await evaluateRelease(host, components, storePath);
  const inventory = { components, files: [], diagnostics: [] };
  const { dossier, diagnostics } = await openDossier(host, { instead: { inventory, evaluation } });
  if (dossier === undefined)
    throw new UsageError('the records cannot be loaded', 'Run `tureen check` and mend what it shows first.');
  refuseUnread(diagnostics);
  const triage = await renewTriage(host, { dossier: asReleased(dossier, version) });
  const doubt = doubts[0] && `its inventory was not whole when it was frozen: ${doubts[0]}`;
  return { ...triage, doubt };
}

async function evaluateRelease(host: Host, components: readonly Component[], storePath: string): Promise<Evaluation> {
  const { advisories } = deviceOf(await loadReleases(host, [kinds.device]));
  const fresh = await openFreshStore(host, storePath, advisories.maximumAgeDays ?? usualMaximumAgeDays);
  try {
    const { mappings } = await loadMappings(host);
    return matchComponents(fresh, components, mappings, today(host));
  } finally {
    fresh.store.close();
  }
}

/** Uses are as they were frozen, whatever was decided since; of reviews those count that looked at the release. */
function asReleased(dossier: Dossier, version: string): Dossier {
  return {
    ...dossier,
    reviews: dossier.reviews.filter(({ record }) => record.releases?.includes(version)),
    entries: dossier.entries.map((entry) => ({ ...entry, use: { scope: entry.component.scope, ...asFrozen } })),
  };
}

const asFrozen: Omit<Use, 'scope'> = { decidedBy: 'files', reason: 'as it was frozen with the release' };
