import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { baseDevice } from '../../../test/base-device.ts';
import { memoryHost } from '../../../test/memory-host.ts';
import { savingMeanwhile } from '../../../test/saving-meanwhile.ts';
import { plain } from '../../cli/show/look.ts';
import { showSoupList } from '../../cli/show/records/show-soup-list.ts';
import { importSoupList } from './import-soup-list.ts';
import type { SoupListOptions } from './read-wishes.ts';

const locked = (name: string, version: string) => [`node_modules/${name}`, { version, license: 'MIT' }] as const;
const lock = JSON.stringify({
  name: 'padder',
  version: '1.0.0',
  lockfileVersion: 3,
  packages: {
    '': {
      name: 'padder',
      version: '1.0.0',
      dependencies: { 'left-pad': '1.3.0', zod: '4.5.4', 'dicom-parser': '1.8.21' },
    },
    ...Object.fromEntries([
      locked('left-pad', '1.3.0'),
      locked('zod', '4.5.4'),
      locked('dicom-parser', '1.8.21'),
      locked('react', '19.2.8'),
      locked('@types/react', '18.0.0'),
    ]),
  },
});
const workbook = readFileSync(new URL('fixtures/soup-list.xlsx', import.meta.url));

const host = (more: Readonly<Record<string, string | Uint8Array>>) =>
  memoryHost({ ...baseDevice, 'package-lock.json': lock, 'soup.xlsx': workbook, ...more });
const run = (options: SoupListOptions = {}, file = 'soup.xlsx', more = {}) => {
  const on = host(more);
  return importSoupList(on, file, options).then((result) => ({ result, on }));
};
const csv = (text: string, options: SoupListOptions = { yes: true }) => run(options, 'list.csv', { 'list.csv': text });

test('the sheet, the head of two rows and the German columns of a workbook are guessed, and nothing is written', async () => {
  const { result, on } = await run();
  assert.deepEqual([result.sheet, result.headRow, result.rows], ['SOUP', 4, 5]);
  assert.deepEqual(
    { ...result.columns },
    {
      title: 'Bezeichnung',
      version: 'Version',
      manufacturer: 'Hersteller',
      purpose: 'Zweck',
      requirements: 'Anforderungen',
      licence: 'Lizenz',
      class: 'Sicherheitsklasse',
      risk: 'Risiko',
      reviewed: 'Geprüft am',
    },
  );
  assert.deepEqual(result.guessed.toSorted(), Object.keys(result.columns).toSorted());
  assert.deepEqual([result.confirmed, result.written, on.written.size], [false, false, 0]);
  assert.deepEqual(
    result.drafts.map(({ soup }) => soup),
    ['pkg:npm/zod'],
  );
});

test('a confirmed row becomes a draft that says where it is from, and keeps as a statement what asks for a judgement', async () => {
  const { result, on } = await run({ yes: true });
  assert.deepEqual([...on.written.keys()], ['soup/items/npm-zod.yaml']);
  assert.deepEqual(parse(on.written.get('soup/items/npm-zod.yaml') ?? ''), {
    soup: 'pkg:npm/zod',
    title: 'zod',
    status: 'draft',
    manufacturer: { name: 'Colin McDonnell', source: 'soup.xlsx, row 5' },
    purpose: 'Prüft Daten vom Server',
    requirements: [
      { id: 'REQ-NPM-ZOD-1', kind: 'functional', text: 'Verwirft falsche Typen' },
      { id: 'REQ-NPM-ZOD-2', kind: 'functional', text: 'Nennt das Feld' },
    ],
    importedFrom: {
      file: 'soup.xlsx',
      sheet: 'SOUP',
      row: 5,
      sha256: result.sha256,
      said: { Version: 'v4.5.4', Lizenz: 'MIT', Sicherheitsklasse: 'B', Risiko: 'niedrig', 'Geprüft am': '2026-03-01' },
    },
  });
});

test('a second run writes nothing, and remembers what a person matched', async () => {
  const { on } = await run({ yes: true, matches: ['9=pkg:npm/react'] });
  assert.equal(on.written.size, 2);
  const again = await importSoupList(on, 'soup.xlsx', { yes: true });
  assert.deepEqual([again.written, again.drafts.length], [false, 0]);
  assert.deepEqual(
    again.recorded.map(({ row, soup, differences }) => [row, soup, differences.length]),
    [
      [5, 'pkg:npm/zod', 0],
      [6, 'pkg:npm/left-pad', 1],
      [9, 'pkg:npm/react', 0],
    ],
  );
});

test('a record that exists stays as it is, and what the list says otherwise is told', async () => {
  const { result, on } = await run({ yes: true });
  assert.deepEqual(result.recorded, [
    {
      row: 6,
      soup: 'pkg:npm/left-pad',
      file: 'soup/items/npm-left-pad.yaml',
      draft: false,
      differences: [
        { key: 'purpose', recorded: 'Pads the patient number on the label of an image', listed: 'Fills up labels' },
      ],
    },
  ]);
  assert.equal(on.written.has('soup/items/npm-left-pad.yaml'), false);
});

test('what does not match is listed both ways; what is near is proposed and not taken', async () => {
  const { result } = await run({ yes: true });
  assert.deepEqual(
    result.rowsWithoutComponent.map(({ row, title, near }) => [row, title, near.map(({ soup }) => soup)]),
    [
      [7, 'Dicom Parser Library', ['pkg:npm/dicom-parser']],
      [9, 'react', ['pkg:npm/react']],
      [10, 'PDF-Tools 3', []],
    ],
  );
  assert.deepEqual(
    result.componentsWithoutRow.map(({ soup, relation }) => [soup, relation]),
    [
      ['pkg:npm/dicom-parser', 'direct'],
      ['pkg:npm/%40types/react', 'transitive'],
      ['pkg:npm/react', 'transitive'],
    ],
  );
  const { result: taken } = await run({ yes: true, otherVersions: true });
  assert.deepEqual(
    taken.drafts.map(({ soup }) => soup),
    ['pkg:npm/zod', 'pkg:npm/react'],
  );
  assert.ok(taken.remarks.includes('row 9 lists pkg:npm/react in version 18.0.0; the inventory has 19.2.8'));
});

test('placeholders are no answers, and a second row for a package is told', async () => {
  const { result, on } = await csv('Name;Version;Supplier;Purpose\nzod;4.5.4;tbd;x\nZod;4.5.4;;y\n');
  assert.deepEqual(result.remarks, [
    'row 2 has a placeholder as manufacturer, "tbd"; it was not taken',
    'row 3 speaks of pkg:npm/zod again, as row 2 does; its words were not taken',
  ]);
  assert.doesNotMatch(on.written.get('soup/items/npm-zod.yaml') ?? '', /^manufacturer/m);
});

const choices: readonly { title: string; options: SoupListOptions; columns: unknown; confirmed: boolean }[] = [
  {
    title: 'columns that a person names count alone',
    options: { columns: ['title=Komponente', 'version=Stand'] },
    columns: { title: 'Komponente', version: 'Stand' },
    confirmed: true,
  },
  {
    title: 'with --yes they count beside the guess',
    options: { columns: ['version=Stand'], yes: true },
    columns: { title: 'Komponente', version: 'Stand', licence: 'Lizenz' },
    confirmed: true,
  },
  {
    title: 'a column besides the name leaves the guess to be confirmed',
    options: { columns: ['version=Stand'] },
    columns: { title: 'Komponente', version: 'Stand', licence: 'Lizenz' },
    confirmed: false,
  },
  {
    title: 'a mapping is the whole truth',
    options: { mapping: 'map.yaml' },
    columns: { title: 'Komponente' },
    confirmed: true,
  },
];
for (const { title, options, columns, confirmed } of choices)
  test(title, async () => {
    const files = {
      'list.csv': 'Unsere SOUP\n\nKomponente,Stand,Lizenz\nzod,4.5.4,MIT\n',
      'map.yaml': 'columns: { title: Komponente }\n',
    };
    const { result } = await run(options, 'list.csv', files);
    assert.deepEqual([{ ...result.columns }, result.confirmed, result.written], [columns, confirmed, confirmed]);
  });

test('a mapping that is none is refused in words of ours', () =>
  assert.rejects(run({ mapping: 'map.yaml' }, 'list.csv', { 'list.csv': 'Name\nzod\n', 'map.yaml': 'titles: {}\n' }), {
    message: 'map.yaml is no mapping: "columns" is missing',
  }));

test('a draft that is there already is told as one: the list may know more', async () => {
  const { result } = await run({ yes: true }, 'list.csv', {
    'list.csv': 'Name,Version,Purpose\nleft-pad,1.3.0,Fills up labels\n',
    'soup/items/npm-left-pad.yaml': 'soup: pkg:npm/left-pad\ntitle: left-pad\nstatus: draft\n',
  });
  assert.deepEqual(
    result.recorded.map(({ draft }) => draft),
    [true],
  );
  assert.match(showSoupList(result, false, plain), /a draft, stays as it is[^]*delete it and import again/);
});

test('a version is the same with and without the letter before it, in the list and in the inventory', async () => {
  const composer = JSON.stringify({
    packages: ['one', 'two', 'three'].map((name) => ({ name: `acme/${name}`, version: 'v3.1.1' })),
  });
  const text =
    'Name,Version,PURL\nacme/one,v3.1.1,\nacme/two,3.1.1,\nthree,,pkg:composer/acme/three@v3.1.1\nacme/one,3.1.2,\n';
  const { result } = await run({ yes: true }, 'list.csv', { 'list.csv': text, 'composer.lock': composer });
  assert.deepEqual(
    result.drafts.map(({ row, soup }) => [row, soup]),
    [
      [2, 'pkg:composer/acme/one'],
      [3, 'pkg:composer/acme/two'],
      [4, 'pkg:composer/acme/three'],
    ],
  );
  assert.deepEqual(result.remarks, []);
  assert.deepEqual(
    result.rowsWithoutComponent.map(({ row }) => row),
    [5],
  );
});

test('of many rows of a kind the first are shown and the rest is counted; once written, the files hold the drafts', async () => {
  const names = Array.from({ length: 12 }, (_, index) => `pad-${index + 10}`);
  const many = {
    'package-lock.json': JSON.stringify({
      lockfileVersion: 3,
      packages: {
        '': { name: 'padder', dependencies: Object.fromEntries(names.map((name) => [name, '1.0.0'])) },
        ...Object.fromEntries(names.map((name) => locked(name, '1.0.0'))),
      },
    }),
    'list.csv': `Name,Version\n${[...names, ...names.map((name) => `ghost-of-${name}`)].map((name) => `${name},1.0.0\n`).join('')}`,
  };
  const asked = await run({ yes: true, dryRun: true }, 'list.csv', many);
  const shown = showSoupList(asked.result, false, plain);
  assert.match(shown, /^and 2 more drafts; --all shows them$/m);
  assert.match(shown, /^and 2 more without a component; --all shows them$/m);
  assert.equal(shown.match(/^(?:draft|no component) row /gm)?.length, 20);
  assert.equal(showSoupList(asked.result, true, plain).match(/^(?:draft|no component) row /gm)?.length, 24);
  const written = await run({ yes: true }, 'list.csv', many);
  assert.match(
    showSoupList(written.result, false, plain),
    /^and 2 more drafts; each is a file of soup\/items with `status: draft`$/m,
  );
});

const refusals: readonly { text: string; options?: SoupListOptions; file?: string; says: RegExp }[] = [
  { text: 'a,b\n1,2\n', says: /no column that looks like the name of SOUP/ },
  {
    text: 'Name,Version\nzod,1\n',
    options: { columns: ['title=Nope'] },
    says: /no row of list\.csv has the columns "Nope"/,
  },
  { text: 'Name,Version\nzod,1\n', options: { columns: ['colour=Name'] }, says: /--column "colour=Name" is no column/ },
  { text: 'Name,Version\nzod,1\n', options: { matches: ['x'] }, says: /--match "x" is no row/ },
  { text: 'Name,Version\nzod,1\n', options: { sheet: 'S' }, says: /has no sheet "S"/ },
  { text: 'Name,Version\n"zod,1\n', says: /list\.csv:2 is no CSV/ },
  { text: '', says: /no column that looks like/ },
  { text: 'Name', file: 'list.ods', says: /nothing is known of lists such as list\.ods/ },
];
for (const { text, options = {}, file = 'list.csv', says } of refusals)
  test(`${JSON.stringify(text)} with ${JSON.stringify(options)} in ${file} is refused`, () =>
    assert.rejects(run(options, file, { [file]: text }), says));

test('text of a list cannot leave its place in the record', async () => {
  const hostile = '"zod\n","4.5.4","Evil: [\n# status: confirmed\n\u0007 \'x"\n';
  const { on } = await csv(`Name,Version,Purpose\n${hostile}`);
  const record = parse(on.written.get('soup/items/npm-zod.yaml') ?? '') as { status: string; purpose: string };
  assert.deepEqual([record.status, record.purpose], ['draft', "Evil: [\n# status: confirmed\n\u0007 'x"]);
});

test('a record that somebody saves meanwhile stays, and no draft is written', async () => {
  const { on } = await run({ dryRun: true });
  const meanwhile = savingMeanwhile(on, 'soup/items/npm-zod.yaml', 'soup: pkg:npm/zod\n');
  await assert.rejects(importSoupList(meanwhile, 'soup.xlsx', { yes: true, matches: ['9=pkg:npm/react'] }), {
    message: 'somebody has changed soup/items/npm-zod.yaml meanwhile',
  });
  assert.deepEqual([...on.written.keys()], ['soup/items/npm-zod.yaml']);
});
