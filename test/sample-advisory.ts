import type { Advisory, AffectedPackage, AffectedRange, RangeEvent } from '../src/model/anomalies/advisory.ts';

/** A record that tells little, for tests to add what they are about. */
export function advisory(id: string, facts: Partial<Advisory> = {}): Advisory {
  return {
    id,
    feed: 'osv',
    modified: '2026-01-02T03:04:05Z',
    withdrawn: undefined,
    kind: 'vulnerability',
    summary: undefined,
    aliases: [],
    upstream: [],
    related: [],
    severities: [],
    affected: [],
    hash: `hash of ${id}`,
    ...facts,
  };
}

/** An entry of a record for one package. */
export function affects(ecosystem: string, name: string, facts: Partial<AffectedPackage> = {}): AffectedPackage {
  return { ecosystem, name, ranges: [], versions: [], functions: [], ...facts };
}

/** A range of any kind. */
export function range(kind: AffectedRange['kind'], ...events: readonly RangeEvent[]): AffectedRange {
  return { kind, events };
}
