import { hashList } from '../../base/anomalies/hash-list.ts';
import type { AnomalyList } from '../../model/anomalies/anomaly-list.ts';
import { deviceWith } from './device-with.ts';

type Told = { readonly id: string; readonly fixedIn?: string; readonly hash?: string };

/** A frozen list of the base device's item with two fixes, one of them in a later version, for examples of anomalies. */
export function withList(
  given: Partial<Omit<AnomalyList, 'entries'>> & { readonly told?: readonly Told[] } = {},
  truncated = false,
): Readonly<Record<string, string>> {
  const {
    told = [
      { id: 'fix 1.3.1 aa', fixedIn: '1.3.1' },
      { id: 'fix 1.2.0 bb', fixedIn: '1.2.0' },
    ],
    ...rest
  } = given;
  const list = {
    soup: 'pkg:npm/left-pad',
    frozen: '2026-11-10',
    versions: ['1.3.0'],
    sources: [
      {
        kind: 'changelog' as const,
        list: 'changelog' as const,
        filters: 'docs/left-pad.md',
        asked: [{ address: 'docs/left-pad.md', entries: told.length, sha256: 'cc' }],
        leftOut: {},
        truncated,
      },
    ],
    entries: told.map(({ id, fixedIn, hash }) => ({
      id,
      source: 0,
      kind: 'fix' as const,
      title: `Mends ${id}`,
      state: 'closed' as const,
      labels: ['Fixed'],
      ...(fixedIn === undefined ? {} : { fixedIn }),
      hash: hash ?? 'aa01bb02cc03dd04',
      asOf: '2026-11-10',
    })),
    ...rest,
  };
  const text = JSON.stringify({ ...list, hash: rest.hash ?? hashList(list) }, undefined, 2);
  return { 'soup/anomalies/npm-left-pad.json': `${text}\n` };
}

/** The record of the base device's item, which can fail, with the given sources of anomalies. */
export function itemWithSources(sources: string): Readonly<Record<string, string>> {
  return {
    'soup/items/npm-left-pad.yaml': `soup: pkg:npm/left-pad
status: confirmed
safetyPath: { on: true, reason: A wrong label can lead to a mix-up }
failureModes:
  - { id: FM-PAD-1, mode: Cuts the text, cause: Too long, effect: A shortened number, risks: [RISK-1] }
${sources === '' ? '' : `anomalySources:\n  - ${sources}\n`}`,
  };
}

/** A source that the list comes from. */
export const ownChangelog = '{ kind: changelog, file: docs/left-pad.md }';

/** Dispositions of the item with the given lines. */
export function dispositionsWith(lines: string): Readonly<Record<string, string>> {
  return { 'soup/dispositions/npm-left-pad.yaml': `soup: pkg:npm/left-pad\n${lines}\n` };
}

/** A disposition of the later fix that nothing is wrong with. */
export const noHazard = `dispositions:
  - entries: { fix 1.3.1 aa: aa01bb02 }
    answer: no-hazard
    reason: The label shows no emoji
    versions: [1.3.0]
    by: ada
    on: 2026-11-12`;

/** The base device with a plan by which a sample of two stands for more than three entries. */
export const baseDeviceWithPlan: Readonly<Record<string, string | undefined>> = deviceWith(
  `softwareItems:
  - { id: viewer, name: Viewer, class: B, sources: [package-lock.json] }
anomalyLists:
  sampling:
    - { classes: [B, C], above: 3, take: 2, reason: 'Long lists repeat themselves' }`,
);
