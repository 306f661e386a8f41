import { sealedInPieces } from '../../base/anomalies/hash-evaluation.ts';

/** The file of an evaluation with its seal: of the base device, without a finding, but for what is given. */
export function sealedLock(given: object = {}): Readonly<Record<'soup/anomalies.lock.json', string>> {
  return { 'soup/anomalies.lock.json': [...sealedInPieces({ ...ofBaseDevice, ...given })].join('') };
}

const ofBaseDevice = {
  evaluated: '2026-11-14',
  data: { hash: 'sha256:5c1d', fetched: '2026-11-14T06:00:00Z', newest: '2026-11-13T00:00:00Z', sources: [] },
  // The sha256 of the two third-party package URLs of its lockfile, a line each.
  inventory: 'sha256:6d9555d45019b4b02b296853c86ba8eb11834144e32b287eb2712ae0fc6efe98',
  components: 2,
  findings: [],
  uncovered: [],
};
