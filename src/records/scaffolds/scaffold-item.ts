import { asksLeast } from '../../base/classes/asks-least.ts';
import { safetyClasses } from '../../model/risks/grading.ts';
import type { SafetyClass } from '../../model/clause.ts';
import type { RiskMatrix } from '../../model/risks/risk-matrix.ts';
import type { SuggestedKind } from '../failure-catalogue/suggest-failures.ts';
import { renderSuggestions } from './render-suggestions.ts';
import { renderComment, renderPair, type YamlValue } from '../editing/render-yaml.ts';

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
  /** Software items that are built from a file in which it stands. */
  readonly users: readonly string[];
  /** The product's own source files that import it, where the sources were looked through. */
  readonly importedIn: readonly string[];
  /** Whether only CVE records may speak of it, by the name of a product: no source of advisories has such packages. */
  readonly needsProduct?: boolean;
  /** Kinds of component that it may be of, whose failures are known in general. */
  readonly suggested: readonly SuggestedKind[];
  /** The levels by which the device estimates risks, where it has a matrix. */
  readonly matrix?: RiskMatrix | undefined;
  readonly class: SafetyClass;
  /** Why the class is what it is. */
  readonly classReason: string;
  /** Keys that somebody else's list answers; a person confirms them with the draft. */
  readonly stated?: Readonly<Record<string, YamlValue>>;
};

/** Writes a SOUP item's record as a draft: facts, and as comments what its class asks a person to add. */
export function scaffoldItem(item: ItemFacts): string {
  const id = idOf(item.title);
  const { supplier, stated = {} } = item;
  const asked = [...always(item), ...(asksLeast(item.class) ? [] : substantive(item, id))].filter(
    ({ key }) => !Object.hasOwn(stated, key),
  );
  return [
    renderComment(
      item.stated === undefined
        ? 'A draft: it holds what the inventory knows, and no judgement. Complete it, then set status to confirmed.'
        : 'A draft: it holds what a list said, and nobody confirmed it here. Complete it, then set status to confirmed.',
    ),
    renderPair('soup', item.soup),
    renderPair('title', item.title),
    ...(supplier === undefined || 'manufacturer' in stated
      ? []
      : [renderPair('manufacturer', { name: supplier.name, source: supplier.source })]),
    renderPair('status', 'draft'),
    ...Object.entries(stated).map(([key, value]) => renderPair(key, value)),
    ...(item.covers.length === 0 ? [] : ['', renderPair('covers', item.covers.map(withReason))]),
    '',
    renderComment('The inventory says:'),
    ...item.facts.map((fact) => renderComment(`  ${fact}`)),
    '',
    renderComment(
      `Asked for at class ${item.class} (${item.classReason}); lines with one # are keys: take it away and write, ## stays:`,
    ),
    ...asked.flatMap(({ why, levels, key, value }) => [
      '#',
      ...[why, levels].flatMap((line) => (line === undefined ? [] : [`#${renderComment(line)}`])),
      template(key, value),
    ]),
    ...(asksLeast(item.class) ? [] : renderSuggestions(item.suggested)),
    '',
  ].join('\n');
}

function withReason(cover: ItemFacts['covers'][number]): YamlValue {
  const what = 'packages' in cover ? 'these packages are' : 'what it brings in is';
  return { ...cover, reason: `TBD: confirm that ${what} judged well enough here, or draft records of their own` };
}

type Asked = { readonly why: string; readonly levels?: string; readonly key: string; readonly value: YamlValue };

function always({ soup, supplier, versions, needsProduct = false }: ItemFacts): readonly Asked[] {
  return [
    ...(supplier === undefined
      ? [
          {
            why: '8.1.2: who makes it, and where that is known from',
            key: 'manufacturer',
            value: { name: '…', source: '…' },
          },
        ]
      : []),
    { why: 'Who answers for it: an id of people in tureen.yaml', key: 'owner', value: '…' },
    {
      why: '8.1.2: the versions that this judgement holds for',
      key: 'approved',
      value: (versions.length === 0 ? ['…'] : versions).map((version) => ({ version, by: '…', on: '…' })),
    },
    {
      why: 'The licence that a person concluded, as SPDX expression, and what it obliges to',
      key: 'licence',
      value: { concluded: '…', obligations: ['…'], by: '…', on: '…' },
    },
    {
      why: '81001-5-1: level is maintained, limited, end-of-support, unknown or withheld',
      key: 'support',
      value: { level: '…', source: '…', assessed: '…' },
    },
    {
      why: '81001-5-1, 4.3: category is maintained, supported or required',
      key: 'security',
      value: { category: '…', reason: '…' },
    },
    ...(needsProduct ? [productOf(soup)] : []),
  ];
}

function productOf(soup: string): Asked {
  return {
    why: `7.1.3: the product of CVE records that it is; \`tureen cpe ${soup}\` lists candidates`,
    key: 'cpe',
    value: [{ vendor: '…', product: '…', by: '…', on: '…', reason: '…' }],
  };
}

/** What class C asks beyond class B. */
function highest({ class: of }: ItemFacts): readonly Asked[] {
  if (of !== safetyClasses.undecided) return [];
  return [
    {
      why: 'Class C, on the safety path: whether its documentation is good enough for the use here, true or false',
      key: 'documentation',
      value: { documents: ['…'], adequate: '…', reason: '…', by: '…', on: '…' },
    },
    {
      why: '5.3.5, class C, off the safety path: what keeps its failure from the rest; or none: and the argument',
      key: 'segregation',
      value: { mechanism: '…', evidence: ['…'] },
    },
  ];
}

/** The files are known; which calls are made in them, and with which data, a person knows. */
function usersOf({ users, importedIn }: ItemFacts): YamlValue {
  if (users.length !== 1 || importedIn.length === 0)
    return (users.length === 0 ? ['…'] : users).map((softwareItem) => ({ softwareItem, interface: '…' }));
  return users.map((softwareItem) => ({ softwareItem, modules: importedIn, interface: '…' }));
}

function substantive(item: ItemFacts, id: string): readonly Asked[] {
  const performance = {
    id: `REQ-${id}-2`,
    kind: 'performance',
    text: '…',
    metric: '…',
    limit: '…',
    unit: '…',
    condition: '…',
    verifiedBy: ['…'],
  };
  const control = {
    id: `RC-${id}-1`,
    kind: '…',
    text: '…',
    implementedIn: '…',
    requirements: ['…'],
    verifiedBy: ['…'],
  };
  const estimate = () => Object.fromEntries(levelsOf(item.matrix).map(([key]) => [key, '…']));
  return [
    { why: 'What this device uses it for, with which data', key: 'purpose', value: '…' },
    {
      why: '7.1.1: whether its failure can contribute to a hazardous situation, true or false',
      key: 'safetyPath',
      value: { on: '…', reason: '…' },
    },
    {
      why: '5.3.2: who uses it, in which modules, and what passes through which interface',
      key: 'usedBy',
      value: usersOf(item),
    },
    {
      why: '5.3.3: what the device needs from it, each with its test; a limit is such as <= 250',
      key: 'requirements',
      value: [{ id: `REQ-${id}-1`, kind: 'functional', text: '…', verifiedBy: ['…'] }, performance],
    },
    {
      why: '5.3.4: what it needs from the system, as far as it says: memoryMb and gpu too',
      key: 'system',
      value: { os: '…', architecture: ['…'], runtime: '…', libraries: ['…'], source: '…' },
    },
    {
      why: '7.1.2 c: how it can fail, with risks of soup/risks.yaml; a control is design, protective or information',
      levels: levelsInWords(item.matrix),
      key: 'failureModes',
      value: [
        {
          id: `FM-${id}-1`,
          mode: '…',
          cause: '…',
          effect: '…',
          risks: ['…'],
          before: estimate(),
          controls: [control],
          after: estimate(),
        },
      ],
    },
    {
      why: 'Or the argument that its failure cannot contribute to a hazardous situation',
      key: 'noContribution',
      value: '…',
    },
    {
      why: '7.1.3: where its anomalies are published: kind is github, gitlab, gitea, bugzilla, jira (lists are issues and releases), changelog or attachment; or unpublished with the reason',
      key: 'anomalySources',
      value: [{ kind: '…', at: '…', project: '…', lists: ['…'], labels: ['…'] }],
    },
    ...highest(item),
  ];
}

/** What an estimate names besides the severity: P1 and P2 where the matrix makes the probability of them, else the probability itself. */
function levelsOf(matrix: RiskMatrix | undefined): readonly (readonly [key: string, levels: readonly string[]])[] {
  const keys = matrix !== undefined && matrix.p1.length > 0 ? (['p1', 'p2'] as const) : (['probability'] as const);
  return (['severity', ...keys] as const).map((key) => [key, matrix?.[key].map(({ id }) => id) ?? []]);
}

function levelsInWords(matrix: RiskMatrix | undefined): string {
  if (matrix === undefined) return 'before and after name levels of riskMatrix, which tureen.yaml does not have yet';
  const levels = levelsOf(matrix).map(([key, ids]) => `${key} ${ids.join(', ')}`);
  return `before and after name levels of riskMatrix: ${levels.join('; ')}`;
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
