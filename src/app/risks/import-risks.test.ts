import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDevice } from '../../../test/base-device.ts';
import { memoryHost } from '../../../test/memory-host.ts';
import { savingMeanwhile } from '../../../test/saving-meanwhile.ts';
import { UsageError } from '../../base/errors.ts';
import { importRisks } from './import-risks.ts';

const mapping = `columns:
  id: Id
  hazard: Hazard
  sequence: Sequence
  hazardousSituation: Situation
  harm: Harm
  softwareItems: Parts
  before: { severity: S, probability: P }
  control: { id: Control, text: Measure, kind: Kind, verifiedBy: Tests }
words: { Labelling: information, often: P2 }
`;
const head = 'Id,Hazard,Sequence,Situation,Harm,Parts,S,P,Control,Measure,Kind,Tests';
const first =
  'RISK-1,Wrong information,The label shows a wrong patient number and the image is filed with another patient,A physician reads the image of another patient,Delayed treatment,Viewer,S2 – Serious,often,RC-PAD-1,The label is compared with the patient number,,TEST-PAD-3';

const host = (csv: string, more: Readonly<Record<string, string>> = {}) =>
  memoryHost({ ...baseDevice, 'map.yaml': mapping, 'risks.csv': csv, ...more });
const run = (csv: string, options = {}, more = {}) => {
  const on = host(csv, more);
  return importRisks(on, 'risks.csv', { mapping: 'map.yaml', ...options }).then((result) => ({ result, on }));
};

test('a file that says the same changes nothing but the source', async () => {
  const { result, on } = await run(`A risk table\n${head}\n${first}\n`);
  assert.deepEqual([result.added, result.changed, result.gone, result.problems, result.same], [[], [], [], [], 1]);
  const [text, ...rest] = (on.written.get('soup/risks.yaml') ?? '').split('source:');
  assert.equal(text, baseDevice['soup/risks.yaml']);
  assert.match(rest.join(''), /file: risks\.csv\n {2}sha256: [0-9a-f]{64}\n {2}on: 2026-11-15\n$/);
  const again = await importRisks(on, 'risks.csv', { mapping: 'map.yaml' });
  assert.equal(again.written, false);
});

test('what somebody saves in the risk file meanwhile stays, and nothing is written', async () => {
  const on = host(`${head}\n${first.replace('Delayed', 'Wrong')}\n`);
  const theirs = `# theirs\n${baseDevice['soup/risks.yaml']}`;
  const meanwhile = savingMeanwhile(on, 'soup/risks.yaml', theirs);
  await assert.rejects(importRisks(meanwhile, 'risks.csv', { mapping: 'map.yaml' }), {
    name: 'UsageError',
    message: 'somebody has changed soup/risks.yaml meanwhile',
  });
  assert.equal(on.written.get('soup/risks.yaml'), theirs);
});

test('rows without an id continue the entry above; new controls and entries are added, changed texts are told', async () => {
  const csv = `${head}\n${first.replace('Delayed', 'Wrong')}\n,,,,,,,,RC-2,A second look,Labelling,"TEST-A; TEST-B"\nRISK-2,h,s,hs,harm,viewer,,,,,,\n`;
  const { result, on } = await run(csv);
  assert.deepEqual(
    result.changed.map(({ values, newControls }) => [
      values.map(({ name, before, after }) => [name, before, after]),
      newControls,
    ]),
    [
      [
        [['harm', '"Delayed treatment"', '"Wrong treatment"']],
        [{ id: 'RC-2', kind: 'information', text: 'A second look', verifiedBy: ['TEST-A', 'TEST-B'] }],
      ],
    ],
  );
  assert.deepEqual(
    result.added.map(({ id }) => id),
    ['RISK-2'],
  );
  assert.match(on.written.get('soup/risks.yaml') ?? '', /harm: Wrong treatment\n {4}softwareItems: \[viewer\]/);
});

test('what is gone stays until somebody says to remove it, and as long as a row cannot be taken', async () => {
  const other = 'RISK-2,h,s,hs,harm,viewer,,,,,,';
  const kept = await run(`${head}\n${other}\n`);
  assert.deepEqual(
    kept.result.gone.map(({ id }) => id),
    ['RISK-1'],
  );
  assert.match(kept.on.written.get('soup/risks.yaml') ?? '', /RISK-1/);
  const removed = await run(`${head}\n${other}\n`, { remove: true });
  assert.doesNotMatch(removed.on.written.get('soup/risks.yaml') ?? '', /RISK-1/);
  const doubtful = await run(`${head}\n${other}\n${first.replace('Delayed treatment', '')}\n`, { remove: true });
  assert.match(doubtful.on.written.get('soup/risks.yaml') ?? '', /RISK-1/);
  assert.deepEqual(doubtful.result.problems, ['row 3: RISK-1 has no harm (column "Harm")']);
});

test('nothing is guessed: unknown levels and kinds, half estimates and odd ids are told', async () => {
  const csv = `${head}\nRISK-3,h,s,hs,harm,viewer,S9,P1,C-1,m,Magic,\nRISK-4,h,s,hs,harm,viewer,S1,,,,,\nRISK 5,h,s,hs,harm,,,,,,,\n`;
  const { result } = await run(csv, { dryRun: true });
  assert.deepEqual(result.problems, [
    'row 2: RISK-3 has the severity "S9", which is no level of riskMatrix; its estimate was not taken',
    'row 2: RISK-3 has the control C-1 of kind "magic"; say under riskImport.words which of design, protective, information it is',
    'row 3: RISK-4 has half an estimate: it wants a severity, and a probability or P1 and P2',
    "row 4: RISK 5 is no identifier; use letters, digits, '.', '_' and '-'",
  ]);
  assert.equal(result.written, false);
  assert.ok(result.added.every((risk) => risk.before === undefined));
});

test('a mapping without columns is refused in words of ours', () =>
  assert.rejects(importRisks(host('', { 'map.yaml': 'id: Id\n' }), 'risks.csv', { mapping: 'map.yaml' }), {
    message: 'map.yaml is no mapping: "columns" is missing',
  }));

const refused: readonly (readonly [string, string, string, RegExp])[] = [
  ['a column that is not there', 'risks.csv', `${head.replace('Harm', 'Injury')}\n${first}\n`, /no column "Harm"/],
  ['no head', 'risks.csv', 'a,b\n1,2\n', /no row of risks\.csv has a column "Id"/],
  ['no entry', 'risks.csv', `${head}\n`, /gives no entry/],
  ['broken JSON', 'risks.json', '[{', /risks\.json:1 is no JSON/],
  ['no ReqIF', 'risks.reqif', '<a/>', /is no ReqIF/],
  ['no workbook', 'risks.xlsx', 'Id', /no zip archive/],
  ['another kind of file', 'risks.docx', '', /nothing is known of files such as/],
];

for (const [title, file, content, message] of refused)
  test(`${title} is refused, and nothing is written`, async () => {
    const on = host('', { [file]: content });
    await assert.rejects(importRisks(on, file, { mapping: 'map.yaml' }), message);
    assert.equal(on.written.size, 0);
  });

test('JSON and ReqIF give the same entries as CSV', async () => {
  const json = JSON.stringify({
    risks: [
      {
        Id: 'R-9',
        Hazard: 'h',
        Sequence: 's',
        Situation: 'hs',
        Harm: { text: 'x' },
        Parts: ['viewer'],
        S: '',
        P: '',
        Control: 'C',
        Measure: 'm',
        Kind: 'design',
        Tests: ['T-1', 'T-2'],
      },
    ],
  });
  const attribute = (name: string, value: string) =>
    `<ATTRIBUTE-VALUE-STRING THE-VALUE="${value}"><DEFINITION><ATTRIBUTE-DEFINITION-STRING-REF>d-${name}</ATTRIBUTE-DEFINITION-STRING-REF></DEFINITION></ATTRIBUTE-VALUE-STRING>`;
  const values = {
    Id: 'R-9',
    Hazard: 'h',
    Sequence: 's',
    Situation: 'hs',
    Parts: 'viewer',
    S: '',
    P: '',
    Control: 'C',
    Measure: 'm',
    Kind: 'design',
    Tests: 'T-1, T-2',
  };
  const names = [...Object.keys(values), 'Harm.text'];
  const reqif = `<REQ-IF><CORE-CONTENT><REQ-IF-CONTENT><SPEC-TYPES>${names.map((name) => `<ATTRIBUTE-DEFINITION-STRING IDENTIFIER="d-${name}" LONG-NAME="${name}"/>`).join('')}</SPEC-TYPES><SPEC-OBJECTS><SPEC-OBJECT IDENTIFIER="o1"><VALUES>${Object.entries(
    values,
  )
    .map(([name, value]) => attribute(name, value))
    .join(
      '',
    )}<ATTRIBUTE-VALUE-XHTML><DEFINITION><R>d-Harm.text</R></DEFINITION><THE-VALUE><div><p>x</p></div></THE-VALUE></ATTRIBUTE-VALUE-XHTML></VALUES></SPEC-OBJECT></SPEC-OBJECTS></REQ-IF-CONTENT></CORE-CONTENT></REQ-IF>`;
  const map = mapping.replace('harm: Harm', 'harm: Harm.text');
  const on = host('', { 'a.json': json, 'a.reqif': reqif, 'map.yaml': map, 'list.yaml': `list: risks\n${map}` });
  const wanted = [
    {
      id: 'R-9',
      hazard: 'h',
      sequence: 's',
      hazardousSituation: 'hs',
      harm: 'x',
      softwareItems: ['viewer'],
      controls: [{ id: 'C', kind: 'design', text: 'm', verifiedBy: ['T-1', 'T-2'] }],
    },
  ];
  for (const [file, by] of [
    ['a.json', 'list.yaml'],
    ['a.reqif', 'map.yaml'],
  ] as const) {
    const { added } = await importRisks(on, file, { mapping: by, dryRun: true });
    assert.deepEqual(JSON.parse(JSON.stringify(added)), wanted, file);
  }
});

const unusable: readonly (readonly [string, string, string, RegExp])[] = [
  ['an empty list', 'r.json', '[]', /^r\.json has no columns "Id", .*; It holds nothing at all/],
  ['a table of empty cells', 'r.csv', '\n,,\n', /^r\.csv holds nothing; /],
  ['XML of something else', 'r.reqif', '<foo/>', /^r\.reqif:1 is no ReqIF: it has no REQ-IF-CONTENT; /],
  ['broken XML', 'r.reqif', '<REQ-IF><a></REQ-IF>', /^r\.reqif:1 is no ReqIF: unexpected close tag; /],
  ['a folder', 'soup', '', /^soup is a folder; /],
];

for (const [what, file, text, message] of unusable) {
  test(`${what} is refused in words that help`, async () => {
    const on = host('', file === 'soup' ? {} : { [file]: text });
    await assert.rejects(importRisks(on, file, { mapping: 'map.yaml' }), (error: unknown) => {
      assert.ok(error instanceof UsageError);
      assert.match(`${error.message}; ${error.help}`, message);
      return true;
    });
    assert.equal(on.written.size, 0);
  });
}
