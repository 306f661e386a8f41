import { classifySoftware } from '../src/dossier/coverage/classify-software.ts';
import { buildTrace } from '../src/dossier/trace/build-trace.ts';
import { judgeLicences } from '../src/dossier/licences/judge-licences.ts';
import { joinVerdicts } from '../src/dossier/join-verdicts.ts';
import type { Component } from '../src/model/component.ts';
import { deviceSchema, type Device } from '../src/model/records/device.ts';
import type { Dossier, ItemEntry } from '../src/model/dossier.ts';
import type { Account, Entry } from '../src/model/entry.ts';
import type { Evaluation } from '../src/model/anomalies/evaluation.ts';
import type { Filed } from '../src/model/filed.ts';
import { riskFileSchema } from '../src/model/risks/risk-file.ts';
import type { Verdicts } from '../src/model/anomalies/verdict.ts';
import { soupItemSchema, type SoupItem } from '../src/model/records/soup-item.ts';
import { component } from './sample-component.ts';

/** A record of a SOUP item as its schema reads it, filed under a name. */
export function soupItem(name: string, record: object): Filed<SoupItem> {
  return { file: `soup/items/${name}.yaml`, record: soupItemSchema.parse({ status: 'confirmed', ...record }) };
}

/** A component joined with what the records say, at the class of the software items that claim it. */
export function entry(
  found: Component,
  account: Account,
  given: Partial<Omit<Entry, 'component' | 'account'>> = {},
): Entry {
  const claimedBy = given.claimedBy ?? device.softwareItems.slice(0, 1);
  return {
    component: found,
    account,
    claimedBy,
    class: claimedBy[0]?.class,
    use: { scope: found.scope, decidedBy: 'files', reason: 'no "dev" flag (package-lock.json:1)' },
    ...given,
  };
}

const noAnomalies = {
  list: undefined,
  intact: true,
  entries: [],
  dispositions: undefined,
  unknown: [],
  sample: undefined,
  attached: [],
};

/** A record joined with the entries that speak of it. */
export function itemEntry(filed: Filed<SoupItem>, own: readonly Entry[], covered: readonly Entry[] = []): ItemEntry {
  const approved = new Set(filed.record.approved.map(({ version }) => version));
  const versions = own.flatMap(({ component: { version } }) => version ?? []);
  return {
    filed,
    own,
    covered,
    class: own[0]?.class,
    unapproved: versions.filter((version) => !approved.has(version)),
    anomalies: noAnomalies,
    inheritance: { held: new Map(), faults: [] },
    usage: { named: [], unnamed: [], sites: [], elsewhere: [], idle: [], lookedThrough: [] },
    fits: [],
  };
}

/** A dossier of the given entries and items about the sample device; nobody has evaluated it yet. */
export function dossier(
  given: Partial<Dossier> & Pick<Dossier, 'entries' | 'items'>,
  verdicts: readonly Filed<Verdicts>[] = [],
): Dossier {
  const today = '2026-11-23';
  const findings =
    given.evaluation !== undefined && 'evaluation' in given.evaluation ? given.evaluation.evaluation.findings : [];
  const joined: Omit<Dossier, 'trace'> = {
    today,
    todayHeldBy: undefined,
    unread: [],
    device: { file: 'tureen.yaml', record: device },
    inventory: {
      components: given.entries.map(({ component }) => component),
      files: [
        { path: 'package-lock.json', reader: 'package-lock', status: 'read', reason: undefined, graph: 'complete' },
        {
          path: 'old/yarn.lock',
          reader: undefined,
          status: 'not-understood',
          reason: 'no reader knows yarn.lock of Yarn 1',
          graph: 'none',
        },
        {
          path: 'fixtures/package-lock.json',
          reader: 'package-lock',
          status: 'skipped',
          reason: 'ignored by tureen.yaml',
          graph: 'none',
        },
      ],
      diagnostics: [],
    },
    software: classifySoftware(device.softwareItems),
    riskFile: { file: 'soup/risks.yaml', record: risks },
    reviews: [],
    releases: [],
    waivers: undefined,
    verification: undefined,
    hashes: new Map(),
    evaluation: { kind: 'missing' },
    ...joinVerdicts({ findings, verdicts: verdicts, entries: given.entries, today }),
    vex: { documents: [], about: new Map(), unmet: [] },
    usage: { kind: 'not-looked' },
    licenceFiles: { kind: 'not-looked' },
    licensing: judgeLicences(given.entries, undefined),
    ...given,
  };
  return { ...joined, trace: given.trace ?? buildTrace(joined) };
}

/** An evaluation of the given findings and blind spots, with data of one source. */
export function evaluation(given: Partial<Pick<Evaluation, 'findings' | 'uncovered' | 'components'>>): Evaluation {
  return {
    evaluated: '2026-11-20',
    data: {
      hash: 'sha256:5f1c6f0e8a6f4d9a2b7c3e1d0f9a8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a',
      fetched: '2026-11-20T04:00:00Z',
      newest: '2026-11-19T22:13:05Z',
      sources: [
        {
          feed: 'osv',
          from: 'https://advisories.example/npm',
          ecosystem: 'npm',
          records: 4711,
          newest: '2026-11-19T22:13:05Z',
        },
      ],
    },
    inventory: 'sha256:0',
    components: 1,
    findings: [],
    uncovered: [],
    ...given,
  };
}

/** One finding about a component. */
export function finding(
  component: string,
  id: string,
  result: Evaluation['findings'][number]['result'],
): Evaluation['findings'][number] {
  return {
    component,
    id,
    aliases: [],
    result,
    why: 'the version is below the first fixed one',
    records: [],
    kind: 'vulnerability',
    severities: [],
    fixed: [],
  };
}

/**
 * A small device with one component of each account: an own record that is complete, a draft with gaps whose version
 * nobody approved, a covered component, a tool, an own package, and two on the red list of which little is known.
 */
export function sampleDossier(): Dossier {
  const react = soupItem('react', completeRecord);
  const numpy = soupItem('numpy', {
    soup: 'pkg:pypi/numpy',
    status: 'draft',
    title: 'NumPy',
    approved: [{ version: '1.26.4', by: 'mk', on: '2026-01-02' }],
  });
  const [viewer, service] = device.softwareItems;
  const lock = (line: number) => [{ file: 'package-lock.json', line }];
  const runtime = (purl: string, facts: Partial<Component>) => component(purl, { scope: 'runtime', ...facts });
  const mit = { expression: 'MIT', at: { file: 'package-lock.json', line: 12 } };
  const entries = [
    entry(runtime('pkg:npm/react@18.3.1', { foundAt: lock(12), licences: [mit] }), { kind: 'own', item: react }),
    entry(runtime('pkg:npm/scheduler@0.23.2', { foundAt: [...lock(40), ...lock(88)] }), {
      kind: 'covered',
      item: react,
      cover: 0,
      reason: 'used by React alone',
    }),
    entry(
      runtime('pkg:pypi/numpy@2.1.3', { foundAt: [{ file: 'uv.lock', line: 301 }] }),
      { kind: 'own', item: numpy },
      { claimedBy: service ? [service] : [] },
    ),
    entry(component('pkg:npm/vitest@2.1.4', { scope: 'development', foundAt: lock(60) }), {
      kind: 'tool',
      evidence: '"dev": true (package-lock.json:60)',
    }),
    entry(
      runtime('pkg:npm/%40dermascan/viewer@2.4.0', { firstParty: true, foundAt: lock(3) }),
      { kind: 'first-party' },
      { claimedBy: viewer ? [viewer] : [] },
    ),
    entry(
      component('pkg:npm/left-pad@1.3.0', { foundAt: lock(99) }),
      { kind: 'unaccounted', reason: 'nobody knows yet whether it ships' },
      { claimedBy: [] },
    ),
    entry(runtime('pkg:npm/floating', { pinning: { kind: 'range', asked: '^2.0.0' }, foundAt: lock(120) }), {
      kind: 'unaccounted',
      reason: 'no record is about it and none covers it',
    }),
  ];
  const of = (name: string) => entries.filter(({ component }) => component.name === name);
  return dossier({ entries, items: [itemEntry(numpy, of('numpy')), itemEntry(react, of('react'), of('scheduler'))] });
}

/** The device of the samples. */
export const device: Device = deviceSchema.parse({
  device: { name: 'DermaScan', version: '2.4.0', manufacturer: 'Example Imaging GmbH', mdrClass: 'IIa' },
  softwareItems: [
    { id: 'viewer', name: 'Web viewer', class: 'B', sources: ['package-lock.json'] },
    { id: 'service', name: 'Image service', class: 'C', sources: ['uv.lock'] },
  ],
  people: [{ id: 'mk', name: 'Mira Kolb' }],
});

const risks = riskFileSchema.parse({
  risks: [
    {
      id: 'R-7',
      hazard: 'wrong image shown',
      sequence: 'the view keeps the image of the patient before',
      hazardousSituation: 'a lesion is judged on the image of another patient',
      harm: 'delayed treatment',
    },
  ],
});

/** A record in which every part is written; the record of React in the samples. */
export const completeRecord = {
  soup: 'pkg:npm/react',
  title: 'React',
  manufacturer: { name: 'Meta Platforms, Inc.', kind: 'company', source: 'https://react.example/about' },
  owner: 'mk',
  purpose: 'Draws the pages of the viewer and keeps them in step with the state of the assessment.',
  safetyPath: { on: true, reason: 'it shows the images that a physician judges' },
  covers: [{ dependencies: true, reason: 'used by React alone' }],
  requirements: [
    {
      id: 'REQ-1',
      kind: 'functional',
      text: 'Shows the image of the patient that is selected.',
      verifiedBy: ['TEST-UI-004'],
    },
    {
      id: 'REQ-2',
      kind: 'performance',
      text: 'Changes the image without a delay that a user takes for a stop.',
      metric: 'time to the first full frame',
      limit: '<= 250',
      unit: 'ms',
      condition: '20 images of 12 megapixels, reference workstation',
      verifiedBy: ['TEST-UI-019'],
    },
  ],
  system: {
    os: 'any with a browser of the list',
    architecture: ['x86_64', 'aarch64'],
    memoryMb: 256,
    runtime: 'ES2020',
    source: 'https://react.example/browsers',
  },
  failureModes: [
    {
      id: 'FM-1',
      mode: 'a view is not drawn anew after the patient was changed',
      cause: 'a stale closure over the selected patient',
      effect: 'the image of the patient before stays on the screen',
      risks: ['R-7'],
      controls: [
        {
          id: 'C-1',
          kind: 'protective',
          text: 'the name in the image is compared with the name in the header',
          verifiedBy: ['TEST-UI-031'],
        },
      ],
    },
  ],
  support: { level: 'maintained', source: 'https://react.example/versions', assessed: '2026-10-01' },
  security: { category: 'maintained', reason: 'delivered by us with every release' },
  licence: { concluded: 'MIT', obligations: ['keep the copyright notice'], by: 'mk', on: '2026-10-02' },
  approved: [{ version: '18.3.1', by: 'mk', on: '2026-10-03', reason: 'regression suite passed' }],
};
