import type { SafetyClass } from '../../model/clause.ts';
import type { Device } from '../../model/records/device.ts';
import { renderBlock, renderComment, renderFlow, renderLine } from '../editing/render-yaml.ts';

/** A fact for a new `tureen.yaml`, and where it comes from when no person gave it. */
export type Proposed = { readonly value: string; readonly note: string | undefined };

/** A software item for a new `tureen.yaml`. */
export type ProposedItem = {
  readonly id: string;
  readonly name: string;
  /** Globs of the files that it is built from; `told` is false where the files say nothing of use. */
  readonly sources: readonly { readonly files: string; readonly told: boolean }[];
};

/** What a new `tureen.yaml` is written from. */
export type DeviceFacts = {
  readonly name: Proposed;
  readonly version: Proposed | undefined;
  readonly manufacturer: Proposed;
  /** `undefined` when nobody has decided. */
  readonly class: SafetyClass | undefined;
  readonly items: readonly ProposedItem[];
  readonly people: Device['people'];
  /** Inputs that no reader understands, a line each. */
  readonly notUnderstood: readonly string[];
};

/** Writes a new `tureen.yaml` that says itself what is decided, what is proposed and what is open. */
export function scaffoldDevice(facts: DeviceFacts): string {
  const { name, version, manufacturer } = facts;
  return [
    renderComment(
      'The device, its software items and its people; components are read from the lockfiles, never listed here.',
    ),
    'device:',
    `  ${noted('name', name)}`,
    ...(version === undefined ? [] : [`  ${noted('version', version)}`]),
    `  ${noted('manufacturer', manufacturer)}`,
    '  # mdrClass: IIa',
    '  # intendedUse: …',
    '  # distribution: how the product reaches its users',
    '',
    renderComment('The system that the product runs on; what SOUP items need is compared with it (5.3.4).'),
    '# target: { os: Debian 12, architecture: x86_64, memoryMb: 4096 }',
    '',
    renderComment(
      'Each part of the architecture has its own safety class (4.3) and claims the files that it is built from.',
    ),
    ...(facts.items.length === 0
      ? ['softwareItems: [] # no lockfile or package database was found']
      : ['softwareItems:', ...facts.items.flatMap((item) => itemLines(item, facts.class))]),
    ...(facts.notUnderstood.length === 0
      ? []
      : [
          '',
          renderComment('These inputs are not understood yet; nothing of them is in the inventory:'),
          ...facts.notUnderstood.map((line) => renderComment(`  ${line}`)),
        ]),
    '',
    renderComment('Who owns, reviews and approves; the ids are what --by takes.'),
    ...(facts.people.length === 0
      ? ['# people:']
      : ['people:', ...facts.people.map(({ id, name }) => `  - ${renderFlow({ id, name })}`)]),
    '#   - { id: …, name: …, email: …, role: SOUP owner }',
    '',
    renderComment('Files that are no inputs of the product, such as test data.'),
    "# ignore: ['test/**']",
    '',
    renderComment('Where advisories come from, who reviews them and how often.'),
    '# advisories: { sources: [ … ], maximumAgeDays: 7 }',
    '# vulnerabilityReview: { owner: …, everyDays: 30 }',
    '',
    renderComment('The written process for update decisions (6.1 f).'),
    '# updateProcess: { document: …, security: …, routine: … }',
    '',
  ].join('\n');
}

function noted(key: string, { value, note }: Proposed): string {
  return `${key}: ${renderLine(value)}${note === undefined ? '' : ` ${renderComment(note)}`}`;
}

function itemLines({ id, name, sources }: ProposedItem, decided: SafetyClass | undefined): string[] {
  return [
    `  - id: ${renderLine(id)}`,
    `    name: ${renderLine(name)}`,
    decided === undefined
      ? '    class: C # nobody has decided yet: what is unclassified counts as C (4.3)'
      : `    class: ${decided}`,
    '    # rationale: why the class is what it is',
    '    sources:',
    ...sources.flatMap(({ files, told }) => [`      - ${renderLine(files)}`, ...(told ? [] : useUntold(files))]),
  ];
}

function useUntold(files: string): string[] {
  return [
    '      # The file does not tell what ships. Where all of it does, say so instead:',
    ...renderBlock([{ files, scope: 'runtime', reason: '…' }])
      .split('\n')
      .map((line) => `      # ${line}`),
  ];
}
