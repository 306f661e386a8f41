import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  completeRecord,
  dossier,
  entry,
  evaluation,
  finding,
  itemEntry,
  sampleDossier,
  soupItem,
} from '../../test/sample-dossier.ts';
import { component } from '../../test/sample-component.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Block, Cell, Document } from '../model/document.ts';
import type { Dossier } from '../model/dossier.ts';
import { soupList } from './soup-list.ts';

test('every component stands in the list once, with every line that it was found at', () => {
  const sample = sampleDossier();
  const rows = tablesOf(section(composed(sample), 'components')).flatMap(({ rows }) => rows);
  assert.equal(rows.length, sample.entries.length);
  for (const { component: found } of sample.entries) {
    const row = rows.find(([name]) => name?.text === found.name);
    assert.ok(row, found.name);
    const places = found.foundAt.map(({ file, line }) => `${file}:${line}`).join('\n');
    assert.ok(
      row.some(({ text }) => text === places),
      `${found.name} at ${places}`,
    );
    if (found.version !== undefined) assert.equal(row[1]?.text, found.version);
  }
});

test('the list is sorted by name, whatever the order of the entries', () => {
  const sample = sampleDossier();
  const turned = { ...sample, entries: sample.entries.toReversed(), items: sample.items.toReversed() };
  assert.deepEqual(composed(turned), composed(sample));
  const names = tablesOf(section(composed(sample), 'components')).flatMap(({ rows }) =>
    rows.map(([name]) => name?.text),
  );
  assert.deepEqual(names, ['@dermascan/viewer', 'floating', 'left-pad', 'numpy', 'react', 'scheduler', 'vitest']);
});

test('each account says why', () => {
  const rows = tablesOf(section(composed(sampleDossier()), 'components')).flatMap(({ rows }) => rows);
  assert.deepEqual(
    rows.map((row) => [row[0]?.text, row[4]?.text, row[5]?.text, row[6]?.text]),
    [
      ['@dermascan/viewer', 'runtime, by the files', 'own package', 'a package of the product itself'],
      ['floating', 'runtime, by the files', 'red list', 'no record is about it and none covers it'],
      ['left-pad', 'unknown, by the files', 'red list', 'nobody knows yet whether it ships'],
      ['numpy', 'runtime, by the files', 'own record', 'NumPy'],
      ['react', 'runtime, by the files', 'own record', 'React'],
      ['scheduler', 'runtime, by the files', 'covered', 'covered by React: used by React alone'],
      ['vitest', 'development, by the files', 'tool', '"dev": true (package-lock.json:60)'],
    ],
  );
});

test('a decision of a person on the scope is told as one, its reason once', () => {
  const use = { scope: 'runtime', decidedBy: 'person', reason: 'it is bundled' } as const;
  const bundled = ['lit', 'preact'].map((name) =>
    entry(component(`pkg:npm/${name}@1.0.0`), { kind: 'unaccounted', reason: 'none covers it' }, { use }),
  );
  const [list, decisions] = tablesOf(section(composed(dossier({ entries: bundled, items: [] })), 'components'));
  assert.deepEqual(
    list?.rows.map((row) => row[4]?.text),
    ['runtime, by a person', 'runtime, by a person'],
  );
  assert.deepEqual(
    decisions?.rows.map((row) => row.map(({ text }) => text)),
    [['runtime', '2', 'it is bundled']],
  );
});

test('a long reason is begun in the list, and stands in full where it was given', () => {
  const reason = 'Debian builds and tests these packages as one distribution. '.repeat(4).trim();
  const base = soupItem('base', {
    soup: 'pkg:deb/debian/base-files',
    covers: [{ packages: 'pkg:deb/debian/*', reason }],
  });
  const covered = entry(component('pkg:deb/debian/bash@5.2'), { kind: 'covered', item: base, cover: 0, reason });
  const tool = entry(component('pkg:deb/debian/gcc@12.2'), { kind: 'tool', evidence: reason });
  const document = composed(dossier({ entries: [covered, tool], items: [itemEntry(base, [], [covered])] }));
  for (const row of tablesOf(section(document, 'components')).flatMap(({ rows }) => rows)) {
    assert.match(row[6]?.text ?? '', /^.{60,110} …$/);
  }
  assert.equal(
    factsOf(section(document, 'item/soup/items/base.yaml')).get('Covers'),
    `1 component matching pkg:deb/debian/*: ${reason}`,
  );
  assert.equal(tablesOf(section(document, 'tools'))[0]?.rows[0]?.[4]?.text, reason);
});

test('no cell is blank, in any state of the evaluation', () => {
  for (const state of states()) {
    for (const block of composed({ ...sampleDossier(), evaluation: state }).blocks) {
      for (const cell of cellsOf(block))
        assert.ok(cell.text === '\n' || cell.text.trim() !== '', JSON.stringify(block));
    }
  }
});

test('a draft proposes to cover, and does not say that it covers no component', () => {
  const reason = 'TBD: confirm it';
  const base = soupItem('base', { soup: 'pkg:npm/base', status: 'draft', covers: [{ dependencies: true, reason }] });
  const document = composed(dossier({ entries: [], items: [itemEntry(base, [])] }));
  assert.equal(
    factsOf(section(document, 'item/soup/items/base.yaml')).get('Covers'),
    `nothing until the draft is confirmed; proposed: all that it brings in: ${reason}`,
  );
});

test('what nobody told or wrote is said where it would stand', () => {
  const place = { file: 'soup/items/numpy.yaml', keyPath: ['manufacturer'] };
  const missing = {
    rule: 'x/y',
    severity: 'error',
    message: 'numpy has no manufacturer',
    place,
    help: 'Write it.',
  } as const;
  const document = composed(sampleDossier(), [missing]);
  const floating = tablesOf(section(document, 'components'))
    .flatMap(({ rows }) => rows)
    .find(([name]) => name?.text === 'floating');
  assert.equal(floating?.[1]?.text, 'none: asked for as ^2.0.0');
  assert.equal(floating?.[8]?.text, 'not told');
  const numpy = factsOf(section(document, 'item/soup/items/numpy.yaml'));
  assert.equal(numpy.get('Not written yet'), 'Manufacturer, Licence judgement');
  assert.match(
    numpy.get('Not asked here') ?? '',
    /^Owner, Purpose, Safety path, System requirements, Support, Category \(81001-5-1\), Functional requirements, /,
  );
  assert.ok(textsOf(document).includes('numpy has no manufacturer'));
  assert.equal(
    numpy.get('Versions in use'),
    '2.1.3: not approved, so this judgement is stale for it\n1.26.4: approved on 2026-01-02, not in use',
  );
  assert.ok(textsOf(document).includes('Draft: this record was proposed and waits for a person to confirm it.'));
});

test('the overview counts what a draft lacks when it is much, for it stands below at the draft', () => {
  const faults = (count: number): readonly Diagnostic[] =>
    Array.from({ length: count }, (_, index) => ({
      rule: 'x/y',
      severity: 'error',
      message: `thing ${index}`,
      place: { file: 'soup/items/numpy.yaml', keyPath: ['soup'] },
      help: 'Write it.',
    }));
  const told = (count: number) => {
    const [overview] = tablesOf(section(composed(sampleDossier(), faults(count)), 'items'));
    return overview?.rows.find(([name]) => name?.text.toLowerCase() === 'numpy')?.[5]?.text;
  };
  assert.equal(told(3), 'thing 0\nthing 1\nthing 2');
  assert.equal(told(4), '4 things to be completed in the draft');
});

test('versions of an item of which the same holds share the line of the licence verdict', () => {
  const sample = sampleDossier();
  const judged = sample.licensing.judged.find(
    ({
      entry: {
        component: { name },
      },
    }) => name === 'react',
  );
  assert.ok(judged);
  const twice = { ...sample, licensing: { ...sample.licensing, judged: [...sample.licensing.judged, judged] } };
  const react = factsOf(section(composed(twice), 'item/soup/items/react.yaml'));
  assert.equal(react.get('Licence verdict'), 'Web viewer: allowed with obligations; not stated: distribution');
});

test('a complete record is told in full', () => {
  const react = section(composed(sampleDossier()), 'item/soup/items/react.yaml');
  assert.deepEqual(
    [...factsOf(react)],
    [
      ['Title', 'React'],
      ['Manufacturer', 'Meta Platforms, Inc. (company), known from https://react.example/about'],
      ['Unique designator', 'pkg:npm/react'],
      ['Versions in use', '18.3.1: approved by Mira Kolb on 2026-10-03: regression suite passed'],
      ['Safety class', 'B'],
      ['Software items', 'Web viewer'],
      ['Owner', 'Mira Kolb'],
      ['Purpose', completeRecord.purpose],
      ['Safety path', 'on the safety path: it shows the images that a physician judges'],
      [
        'System requirements',
        'operating system: any with a browser of the list\narchitecture: x86_64, aarch64\nmemory: 256 MB\nruntime: ES2020\nknown from https://react.example/browsers',
      ],
      ['Support', 'maintained, no end told; assessed on 2026-10-01 from https://react.example/versions'],
      ['Category (81001-5-1)', 'maintained: delivered by us with every release'],
      ['Licence judgement', 'MIT, concluded by Mira Kolb on 2026-10-02\nobligations: keep the copyright notice'],
      ['Licence as stated', 'MIT'],
      ['Licence verdict', 'Web viewer: allowed with obligations; not stated: distribution'],
      ['Covers', '1 component that it brings in: used by React alone'],
      ['Findings, own versions', 'not evaluated'],
      ['Findings, covered', 'not evaluated'],
    ],
  );
  const [functional, performance, failures] = tablesOf(react).map(({ rows }) =>
    rows.map((row) => row.map(({ text }) => text)),
  );
  assert.deepEqual(functional, [['REQ-1', 'Shows the image of the patient that is selected.', 'TEST-UI-004']]);
  assert.deepEqual(performance?.[0]?.slice(2), [
    'time to the first full frame',
    '<= 250 ms',
    '20 images of 12 megapixels, reference workstation',
    'TEST-UI-019',
  ]);
  assert.deepEqual(failures?.[0]?.slice(4), [
    'not estimated',
    'C-1 (protective): the name in the image is compared with the name in the header; verified by TEST-UI-031',
    'not estimated',
    'R-7: a lesion is judged on the image of another patient',
  ]);
});

test('a control without verification, and a risk that the risk file does not hold, are seen', () => {
  const failure = {
    id: 'FM-1',
    mode: 'm',
    cause: 'c',
    effect: 'e',
    risks: ['R-7', 'R-404'],
    controls: [{ id: 'C-1', kind: 'design', text: 'checked' }],
  };
  const filed = soupItem('x', { soup: 'pkg:npm/x', failureModes: [failure] });
  const compose = (given: Partial<Dossier>) =>
    tablesOf(
      section(composed(dossier({ entries: [], items: [itemEntry(filed, [])], ...given })), 'item/soup/items/x.yaml'),
    );
  const cells = compose({}).at(-1)?.rows[0];
  assert.equal(cells?.[5]?.text, 'C-1 (design): checked; verification not written yet');
  assert.equal(
    cells?.[7]?.text,
    'R-7: a lesion is judged on the image of another patient\nR-404: not in the risk file',
  );
  assert.equal(cells?.[7]?.tone, 'bad');
  assert.match(compose({ riskFile: undefined }).at(-1)?.rows[0]?.[7]?.text ?? '', /there is no risk file/);
});

test('what a record holds in part says what is missing of it', () => {
  const filed = soupItem('x', {
    soup: 'pkg:npm/x',
    licence: { concluded: 'MIT', by: 'somebody', on: '2026-10-02' },
    manufacturer: { name: 'The X project' },
    system: { os: 'Linux' },
    approved: [{ version: '1.0.0', by: 'mk', on: '2026-10-02' }],
  });
  const of = (own: string) =>
    factsOf(
      section(
        composed(
          dossier({
            entries: [],
            items: [itemEntry(filed, [entry(component(own), { kind: 'own', item: filed })])],
          }),
        ),
        'item/soup/items/x.yaml',
      ),
    );
  const facts = of('pkg:npm/x@1.0.0');
  assert.equal(facts.get('Licence judgement'), 'MIT, concluded by somebody on 2026-10-02\nno obligation recorded');
  assert.equal(facts.get('Manufacturer'), 'The X project');
  assert.equal(facts.get('System requirements'), 'operating system: Linux');
  assert.equal(facts.get('Versions in use'), '1.0.0: approved by Mira Kolb on 2026-10-02');
  assert.equal(
    of('pkg:npm/x').get('Versions in use'),
    'a version that no file tells\n1.0.0: approved on 2026-10-02, not in use',
  );
});

test('an argued absence of failure modes is shown with its argument', () => {
  const filed = soupItem('x', { soup: 'pkg:npm/x', noContribution: 'it only colours the log' });
  const texts = section(
    composed(dossier({ entries: [], items: [itemEntry(filed, [])] })),
    'item/soup/items/x.yaml',
  ).flatMap(textsOfBlock);
  assert.ok(texts.includes('No contribution to a hazardous situation: it only colours the log'));
});

test('the summary counts every component once by account, and says which ones nobody claims', () => {
  const [accounts, tree, software, classes] = tablesOf(section(composed(sampleDossier()), 'summary'));
  const counts = (rows: readonly (readonly Cell[])[] | undefined) => rows?.map((row) => row.map(({ text }) => text));
  assert.deepEqual(
    counts(accounts?.rows)?.map(([name, count]) => `${name} ${count}`),
    ['own record 2', 'covered 1', 'tool 1', 'own package 1', 'red list 2', 'all 7'],
  );
  assert.deepEqual(counts(tree?.rows), [
    ['Web viewer', 'the device', 'B', 'no reason is written', 'none stated'],
    ['Image service', 'the device', 'C', 'no reason is written', 'none stated'],
  ]);
  assert.deepEqual(counts(software?.rows), [
    ['Web viewer', 'B', '5', '1', '1', '1', '1', '1'],
    ['Image service', 'C', '1', '1', '0', '0', '0', '0'],
    ['claimed by no software item', 'none: counts as C', '1', '0', '0', '0', '0', '1'],
  ]);
  assert.deepEqual(
    counts(classes?.rows)?.map(([name, count]) => `${name} ${count}`),
    ['C 1', 'B 5', 'A 0', 'none: no software item claims it, counts as C 1'],
  );
});

test('the state of the evaluation is told honestly, with the age of its data', () => {
  const [missing, outdated, current, unread] = states().map((state) => {
    const document = composed({ ...sampleDossier(), evaluation: state });
    const findings = factsOf(section(document, 'item/soup/items/react.yaml')).get('Findings, own versions');
    const brief = document.facts.find(({ label }) => label === 'Published anomalies')?.value;
    return [
      brief,
      findings,
      textsOf(document).find((text) => /about vulnerabilities|relied|is about these/.test(text)),
    ];
  });
  assert.deepEqual(missing, [
    'not evaluated: nobody has looked',
    'not evaluated',
    'The published anomalies of these components were not evaluated. This list says nothing about vulnerabilities.',
  ]);
  assert.deepEqual(unread, [
    'not known: soup/anomalies.lock.json cannot be read',
    'not known: the evaluation cannot be read',
    'The evaluation of the published anomalies of these components, soup/anomalies.lock.json, cannot be read. This list says nothing about vulnerabilities.',
  ]);
  assert.deepEqual(outdated, [
    'outdated, because the inventory has changed; evaluated on 2026-11-20 with data of 2026-11-20, 3 days old',
    'outdated, because the inventory has changed; it gave: 1 affected, 1 undetermined, 0 not affected',
    'The evaluation of 2026-11-20 is outdated: the inventory has changed. Its results are shown, but must not be relied on.',
  ]);
  assert.deepEqual(current, [
    'evaluated on 2026-11-20 with data of 2026-11-20, 3 days old',
    '1 affected, 1 undetermined, 0 not affected',
    'The evaluation of 2026-11-20 is about these components.',
  ]);
});

test('what no source of advisories covers is named, and looks like no clean result', () => {
  const [, , current] = states();
  const document = composed({ ...sampleDossier(), evaluation: current ?? { kind: 'missing' } });
  assert.ok(
    tablesOf(section(document, 'summary')).some(({ rows }) =>
      rows.some(
        (row) => row.map(({ text }) => text).join(' | ') === 'no source speaks of it | 1 | pkg:npm/scheduler@0.23.2',
      ),
    ),
  );
  assert.equal(
    factsOf(section(document, 'item/soup/items/react.yaml')).get('Findings, covered'),
    'nobody could look; no source of advisories covers 1 component',
  );
});

test('tools, own packages, the red list and the files have sections of their own', () => {
  const document = composed(sampleDossier());
  const first = (anchor: string) =>
    tablesOf(section(document, anchor)).flatMap(({ rows }) => rows.map(([cell]) => cell?.text));
  assert.deepEqual(first('tools'), ['vitest']);
  assert.deepEqual(first('own-packages'), ['@dermascan/viewer']);
  assert.deepEqual(first('red-list'), ['floating', 'left-pad']);
  assert.deepEqual(first('files'), ['old/yarn.lock', 'fixtures/package-lock.json', 'package-lock.json']);
});

test('what could not be read inside a file is told with place and remedy', () => {
  const place = { file: 'package-lock.json', line: 812 };
  const diagnostic = {
    rule: 'reading/entry',
    severity: 'warning',
    message: 'the entry has no name',
    place,
    help: 'Let npm write it anew.',
  } as const;
  const sample = sampleDossier();
  const texts = textsOf(composed({ ...sample, inventory: { ...sample.inventory, diagnostics: [diagnostic] } }));
  for (const text of ['package-lock.json:812', 'the entry has no name', 'Let npm write it anew.'])
    assert.ok(texts.includes(text), text);
});

test('an empty inventory is no good news', () => {
  const blocks = composed(dossier({ entries: [], items: [] })).blocks;
  assert.deepEqual(
    blocks.filter(
      (block) => block.kind === 'notice' && block.tone === 'good' && !/the files that were read/.test(block.text),
    ),
    [],
  );
  assert.ok(
    blocks.some(
      (block) => block.kind === 'notice' && block.tone === 'bad' && /No component was found/.test(block.text),
    ),
  );
});

test('what comes from a record knows its place in it', () => {
  const sample = sampleDossier();
  const cells = section(composed(sample), 'item/soup/items/react.yaml').flatMap(cellsOf);
  const places = new Set(
    cells.flatMap(({ place }) =>
      place !== undefined && 'keyPath' in place ? `${place.file}#${place.keyPath.join('.')}` : [],
    ),
  );
  for (const key of [
    'title',
    'purpose',
    'approved.0',
    'requirements.1.limit',
    'failureModes.0.controls',
    'covers.0',
    'licence',
  ]) {
    assert.ok(places.has(`soup/items/react.yaml#${key}`), key);
  }
});

test('every link of the list leads to an anchor of it', () => {
  const { blocks } = composed(sampleDossier());
  const anchors = new Set(
    blocks.flatMap((block) => [
      ...(block.kind === 'heading' ? [block.anchor] : []),
      ...cellsOf(block).map(({ anchor }) => anchor),
    ]),
  );
  assert.deepEqual(
    blocks.flatMap(cellsOf).flatMap(({ link }) => (link === undefined || anchors.has(link) ? [] : link)),
    [],
  );
});

/** Nobody looked, somebody looked at something else, somebody looked. */
function states(): readonly Dossier['evaluation'][] {
  const react = 'pkg:npm/react@18.3.1';
  const found = evaluation({
    findings: [
      finding(react, 'CVE-2026-1', 'affected'),
      finding(react, 'CVE-2026-2', 'undetermined'),
      finding('pkg:pypi/numpy@2.1.3', 'CVE-2026-3', 'not-affected'),
    ],
    uncovered: [{ component: 'pkg:npm/scheduler@0.23.2', reason: 'no source speaks of it' }],
  });
  return [
    { kind: 'missing' },
    { kind: 'outdated', evaluation: found, reason: 'the inventory has changed' },
    { kind: 'current', evaluation: found },
    { kind: 'unread', file: 'soup/anomalies.lock.json' },
  ];
}

/** The blocks from the heading with an anchor to the next heading of its level. */
function section({ blocks }: Document, anchor: string): readonly Block[] {
  const start = blocks.findIndex((block) => block.kind === 'heading' && block.anchor === anchor);
  const heading = blocks[start];
  assert.ok(heading?.kind === 'heading', anchor);
  const length = blocks.slice(start + 1).findIndex((block) => block.kind === 'heading' && block.level <= heading.level);
  return length === -1 ? blocks.slice(start) : blocks.slice(start, start + 1 + length);
}

function tablesOf(blocks: readonly Block[]) {
  return blocks.filter((block) => block.kind === 'table');
}

function factsOf(blocks: readonly Block[]): ReadonlyMap<string, string> {
  const rows = blocks.flatMap((block) => (block.kind === 'facts' ? block.rows : []));
  return new Map(rows.map(({ label, cells }) => [label, cells.map(({ text }) => text).join('')]));
}

function textsOf({ blocks }: Document): readonly string[] {
  return blocks.flatMap(textsOfBlock);
}

function textsOfBlock(block: Block): readonly string[] {
  return block.kind === 'heading' || block.kind === 'notice' ? [block.text] : cellsOf(block).map(({ text }) => text);
}

function cellsOf(block: Block): readonly Cell[] {
  switch (block.kind) {
    case 'paragraph':
      return block.cells;
    case 'list':
      return block.items.flat();
    case 'facts':
      return block.rows.flatMap(({ cells }) => cells);
    case 'table':
      return block.rows.flat();
    default:
      return [];
  }
}

function composed(given: Dossier, diagnostics: readonly Diagnostic[] = []): Document {
  return soupList.compose(given, diagnostics);
}
