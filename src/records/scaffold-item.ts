import type { SafetyClass } from '../model/clause.ts';
import { renderComment, renderPair, type YamlValue } from './render-yaml.ts';

/** What the inventory knows of a SOUP item before anybody judged it. */
export type ItemFacts = {
  /** Package URL without version. */
  readonly soup: string;
  readonly title: string;
  readonly supplier: { readonly name: string; readonly source: string } | undefined;
  readonly versions: readonly string[];
  /** One line each: where it was found, which licence is stated there, what it says of itself. */
  readonly facts: readonly string[];
  /** What the record would account for besides its own package, to be confirmed. */
  readonly covers: readonly ({ readonly dependencies: true } | { readonly packages: string })[];
  readonly class: SafetyClass;
  /** Why the class is what it is. */
  readonly classReason: string;
};

/** Writes a SOUP item's record as a draft: facts, and as comments what its class asks a person to add. */
export function scaffoldItem(item: ItemFacts): string {
  const id = idOf(item.title);
  const asked = [...always(item), ...(item.class === 'A' ? [] : substantive(id))];
  const supplier = item.supplier;
  return [
    renderComment('A draft: it holds what the inventory knows, and no judgement. Complete it, then set status to confirmed.'),
    renderPair('soup', item.soup),
    renderPair('title', item.title),
    ...(supplier === undefined ? [] : [renderPair('manufacturer', { name: supplier.name, source: supplier.source })]),
    renderPair('status', 'draft'),
    ...(item.covers.length === 0 ? [] : ['', renderPair('covers', item.covers.map(withReason))]),
    '',
    renderComment('The inventory says:'),
    ...item.facts.map((fact) => renderComment(`  ${fact}`)),
    '',
    renderComment(`Asked for at class ${item.class} (${item.classReason}); take away the # and write:`),
    ...asked.flatMap(({ why, key, value }) => ['#', renderComment(why), template(key, value)]),
    '',
  ].join('\n');
}

function withReason(cover: ItemFacts['covers'][number]): YamlValue {
  const what = 'packages' in cover ? 'these packages are' : 'what it brings in is';
  return { ...cover, reason: `TBD: confirm that ${what} judged well enough here, or draft records of their own` };
}

type Asked = { readonly why: string; readonly key: string; readonly value: YamlValue };

function always({ supplier, versions }: ItemFacts): readonly Asked[] {
  const manufacturer = {
    name: '…',
    kind: 'company, foundation, project or person',
    source: 'where that is known from',
  };
  return [
    ...(supplier === undefined ? [{ why: '8.1.2: who makes it', key: 'manufacturer', value: manufacturer }] : []),
    { why: 'Who answers for it: an id of people in tureen.yaml', key: 'owner', value: '…' },
    {
      why: '81001-5-1: how long it is supported, and how its risk is shared',
      key: 'support',
      value: { level: 'maintained, limited, end-of-support, unknown or withheld', source: '…', assessed: 'YYYY-MM-DD' },
    },
    {
      why: '81001-5-1, 4.3',
      key: 'security',
      value: { category: 'maintained, supported or required', reason: '…' },
    },
    {
      why: 'The licence that a person concluded, with what it obliges to',
      key: 'licence',
      value: { concluded: 'SPDX expression', obligations: ['…'], by: '…', on: 'YYYY-MM-DD' },
    },
    {
      why: '8.1.2: the versions that this judgement holds for',
      key: 'approved',
      value: (versions.length === 0 ? ['…'] : versions).map((version) => ({ version, by: '…', on: 'YYYY-MM-DD' })),
    },
  ];
}

function substantive(id: string): readonly Asked[] {
  return [
    { why: 'What this device uses it for, with which data', key: 'purpose', value: '…' },
    {
      why: '7.1.1: whether its failure can contribute to a hazardous situation',
      key: 'safetyPath',
      value: { on: true, reason: '…' },
    },
    {
      why: '5.3.3: what the device needs from it, each with its test',
      key: 'requirements',
      value: [
        { id: `REQ-${id}-1`, kind: 'functional', text: '…', verifiedBy: ['…'] },
        {
          id: `REQ-${id}-2`,
          kind: 'performance',
          text: '…',
          metric: 'what is measured',
          limit: 'such as <= 250',
          unit: '…',
          condition: 'under which load, data and hardware',
          verifiedBy: ['…'],
        },
      ],
    },
    {
      why: '5.3.4: what it needs from the system',
      key: 'system',
      value: { os: '…', architecture: ['…'], memoryMb: 256, runtime: '…', libraries: ['…'], source: '…' },
    },
    {
      why: '7.1.2 c: how it can fail; or, argued, that it cannot contribute (noContribution: …)',
      key: 'failureModes',
      value: [
        {
          id: `FM-${id}-1`,
          mode: '…',
          cause: '…',
          effect: 'what the device does then',
          risks: ['id in soup/risks.yaml'],
          controls: [{ id: `RC-${id}-1`, kind: 'design, protective or information', text: '…', verifiedBy: ['…'] }],
        },
      ],
    },
  ];
}

function template(key: string, value: YamlValue): string {
  return renderPair(key, value)
    .split('\n')
    .map((line) => `# ${line}`)
    .join('\n');
}

function idOf(title: string): string {
  return (
    title
      .toUpperCase()
      .replace(/[^A-Z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 40) || 'ITEM'
  );
}
