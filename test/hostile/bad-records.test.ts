import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { check, type Checked } from '../../src/app/check/check.ts';
import { locateDiagnostics } from '../../src/app/check/locate-diagnostics.ts';
import { sealedInPieces } from '../../src/base/anomalies/hash-evaluation.ts';
import { jsonPlaces } from '../../src/base/formats/json/json-places.ts';
import { parseYaml } from '../../src/base/formats/yaml/yaml.ts';
import type { KeyPath } from '../../src/model/place.ts';
import type { LocatedDiagnostic } from '../../src/model/plugs/diagnostic-export.ts';
import { loadRecord } from '../../src/records/loading/load-record.ts';
import { locator } from '../../src/records/locate.ts';
import { setIn } from '../../src/records/edit.ts';
import { recordKinds } from '../../src/records/loading/record-kinds.ts';
import { jsonSchemaOf, schemaAt } from '../../src/records/loading/schema-at.ts';
import { deviceOfEveryKind } from '../device-of-every-kind.ts';
import { memoryHost } from '../memory-host.ts';

type Content = string | Uint8Array;

/**
 * Every kind of the registry, with its file in the device; but for the inventory that is frozen with a release, whose hash tells
 * of any change (`records/release-frozen`) before `watch` and `diff` read it.
 */
const kinds = recordKinds.flatMap((kind) => {
  if (kind.name === 'frozen-inventory') return [];
  const file = Object.keys(deviceOfEveryKind).find(kind.matches);
  assert.ok(file, `test/device-of-every-kind.ts has no ${kind.files}: write one that nothing is wrong with`);
  return { ...kind, file, text: deviceOfEveryKind[file] ?? '', isJson: file.endsWith('.json') };
});

type Kind = (typeof kinds)[number];

type Told = Checked & { readonly located: readonly LocatedDiagnostic[] };

async function checkWith(file: string, content: Content): Promise<Told> {
  const host = memoryHost({ ...deviceOfEveryKind, [file]: content });
  const checked = await check(host);
  return { ...checked, located: await locateDiagnostics(host, checked.diagnostics) };
}

const show = ({ file, line, column, rule, message }: LocatedDiagnostic) =>
  `${file}:${line ?? '?'}:${column ?? '?'} ${rule}: ${message}`;

test('nothing is wrong with the device that has a file of every kind', async () => {
  const { located } = await checkWith('README.md', '');
  assert.deepEqual(located.map(show), []);
});

/** What is done to the file of any kind, by YAML and by JSON, and the rule and place that are told. */
const faults: readonly (readonly [what: string, yaml: Content, json: Content, told: string])[] = [
  ['a list where keys are wanted', '- a\n', '["a"]\n', '1:1 records/type'],
  ['a text where keys are wanted', '# x\nplain\n', '\n"plain"\n', '2:1 records/type'],
  ['a key that stands twice', 'a:\n  b: 1\n  b: 2\n', '{"a": {\n"b": 1,\n  "b": 2}}\n', '3:3 records/duplicate-key'],
  ['brackets that nobody closes', 'a: [\n', '{\n"a": [\n', '? records/syntax'],
  ['a tab', 'a:\n\tb: 1\n', '{\n\tb: 1}\n', '2:? records/syntax'],
  ['both sides of a merge', 'a: 1\n<<<<<<< x\n=======\n>>>>>>> y\n', '{\n<<<<<<< x\n', '2:1 records/conflict'],
  ['the end of a merge', 'a: 1\r\n>>>>>>>\r\n', '{\r\n>>>>>>>\r\n', '2:1 records/conflict'],
  ['a byte that is no UTF-8', bytes('a: ü\nb: ä', 0xff), bytes('{}\n1: ä', 0xff), '2:5 records/encoding'],
  ['a byte NUL', bytes('a: 1\nb: ü', 0), bytes('{}\n1: ü', 0), '2:5 records/encoding'],
  ['UTF-16', new Uint8Array([0xff, 0xfe, 0x61, 0]), new Uint8Array([0xff, 0xfe, 0x7b, 0]), '1:1 records/encoding'],
  ['nothing', '', '', '1:1 records/syntax'],
  ['spaces', '\n  \n', '\n  \n', '1:1 records/syntax'],
  ['a comment alone', '# to do\n', 'null', '1:1 records/(syntax|empty|type)'],
  [
    'a text of 10 MB',
    `a: ${'x'.repeat(1e7)}\n`,
    `{"a": "${'x'.repeat(1e7)}"}\n`,
    '(?:|1:.+) records/(size|unknown-key)',
  ],
  ['20,000 keys that nobody knows', keysOf(2e4, '%: 1\n'), `{${keysOf(2e4, '"%":1,\n')}"z":1}`, '? records/size'],
  ['100,000 brackets', `a: ${'['.repeat(1e5)}\n`, '['.repeat(1e5), '? records/syntax'],
  ['a million aliases', aliases(), '{"a": *a}', '? records/syntax'],
];

for (const kind of kinds)
  for (const [what, yaml, json, wanted] of faults)
    test(`${what} in ${kind.file} is told with its place, and makes no complaints about other files`, async () => {
      const { located } = await checkWith(kind.file, kind.isJson ? json : yaml);
      const own = located.filter(({ file, rule }) => file === kind.file && rule !== 'records/waiting');
      assert.ok(own.length > 0 && own.length <= 51, `${own.length} complaints`);
      assert.ok(own.every(({ severity, help }) => severity === 'error' && help !== ''));
      const places = own.map(({ line, column, rule }) => `${line ?? ''}:${column ?? ''} ${rule}`.replace(/^: /, ' '));
      const told = kind.faultOfSeal === undefined ? wanted : sealedInstead(wanted);
      assert.match(places.join('\n'), pattern(told), located.map(show).slice(0, 20).join('\n'));
      onlyTrue(kind, located);
    });

/** Another file is complained of only for what would be wrong with it all the same. */
function onlyTrue(kind: Kind, located: readonly LocatedDiagnostic[]): void {
  // What an unread waiver would waive is there, and true.
  const still = kind.name === 'waivers' ? ['62304/title'] : [];
  const others = located.filter(({ file, rule }) => file !== kind.file && !still.includes(rule));
  assert.deepEqual(others.map(show), []);
}

for (const kind of kinds) {
  const value: unknown = kind.isJson ? JSON.parse(kind.text) : parseYaml(kind.text).value;
  const schema = jsonSchemaOf(kind.schema);
  const unknownKey = kind.faultOfSeal === undefined ? 'unknown-key' : 'version';

  test(`a value of a wrong type anywhere in ${kind.file} is told at its line and column`, () => {
    for (const keyPath of pathsIn(value)) {
      const text = put(kind, keyPath, isList(at(value, keyPath)) ? 'wrong' : ['wrong', 7]);
      const { line, column } = placeIn(kind, text, keyPath);
      const told = loaded(kind, text);
      const rule = kind.faultOfSeal === undefined ? '(type|value|missing-key)' : isSeal(keyPath) ? 'seal' : 'version';
      const wanted = new RegExp(`^${line}:${column} records/${rule}$`, 'm');
      assert.match(told.join('\n'), wanted, keyPath.join('.'));
    }
  });

  test(`a key that nobody knows anywhere in ${kind.file} is told at its line and column, and that alone`, () => {
    for (const keyPath of [[], ...pathsIn(value)]) {
      const shapes = schemaAt(schema, value, keyPath);
      const isOpen = shapes.some(({ additionalProperties }) => typeof additionalProperties === 'object');
      if (typeof at(value, keyPath) !== 'object' || isList(at(value, keyPath)) || isOpen) continue;
      const added = [...keyPath, 'nobodyKnows'];
      const text = put(kind, added, 'x');
      const { line, column } = placeIn(kind, text, added);
      assert.deepEqual(loaded(kind, text), [`${line}:${column} records/${unknownKey}`]);
    }
  });

  test(`a wrong value and an unknown key in ${kind.file} make no complaints about other files`, async () => {
    const [first = []] = pathsIn(value);
    const wrong = put(kind, first, isList(at(value, first)) ? 'wrong' : ['wrong', 7]);
    for (const text of [wrong, put(kind, ['nobodyKnows'], 'x')])
      onlyTrue(kind, (await checkWith(kind.file, text)).located);
  });

  test(`${kind.file} reads the same with a byte order mark, with Windows line ends and without an end of its last line`, async () => {
    const { dossier } = await checkWith('README.md', '');
    for (const text of [`\ufeff${kind.text}`, kind.text.replaceAll('\n', '\r\n'), kind.text.trimEnd()]) {
      const told = await checkWith(kind.file, text);
      assert.deepEqual(told.located.map(show), []);
      assert.deepEqual(told.dossier?.items, dossier?.items);
      const unknown = put({ ...kind, text }, ['nobodyKnows'], 'x');
      const { line, column } = placeIn(kind, put(kind, ['nobodyKnows'], 'x'), ['nobodyKnows']);
      assert.deepEqual(loaded(kind, unknown), [`${line}:${column} records/${unknownKey}`]);
    }
  });
}

test('whatever becomes of the bytes of a record, check tells it with places and does not fall over', async () => {
  const change = fc.record({
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(12),
    put: fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.constantFrom('\t', '- ', ': ', '[', '{', '&a ', '*a', '|\n', '"', "'", '\ud800', '\r', '!!x ', '---\n', '? '),
    ),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...kinds),
      fc.array(change, { minLength: 1, maxLength: 3 }),
      async (kind, changes) => {
        let text = kind.text;
        for (const { from, cut, put: inserted } of changes) {
          const start = Math.floor(from * text.length);
          text = text.slice(0, start) + inserted + text.slice(start + cut);
        }
        const { located, dossier } = await checkWith(kind.file, text);
        if (dossier === undefined) assert.ok(located.some(({ file }) => file === 'tureen.yaml'));
        assert.ok(located.length < 60, `${located.length} complaints`);
        for (const { file, line, rule } of located)
          assert.ok(
            file !== kind.file || line !== undefined || /size|unclaimed|waiting/.test(rule),
            `${file} ${rule} has no line`,
          );
      },
    ),
    { numRuns: 150 },
  );
});

/** What is told of a file alone, where. */
function loaded(kind: Kind, text: string): string[] {
  const find = locator(text);
  return loadRecord(kind, kind.file, text).diagnostics.map(({ rule, place }) => {
    const { line, column } = 'keyPath' in place ? find(place) : { line: undefined, column: undefined };
    return `${line}:${column} ${rule}`;
  });
}

function bytes(before: string, byte: number): Uint8Array {
  return new Uint8Array([...new TextEncoder().encode(before), byte, 10]);
}

function keysOf(count: number, line: string): string {
  return Array.from({ length: count }, (_, index) => line.replace('%', `k${index}`)).join('');
}

function aliases(): string {
  const lines = Array.from(
    'bcdefg',
    (key, index) => `${key}: &${key} [${Array(10).fill(`*${'abcdef'[index]}`).join(', ')}]`,
  );
  return ['a: &a [x, x, x, x, x, x, x, x, x, x]', ...lines].join('\n');
}

/** `2:1 rule`; a question mark stands for any place. */
function pattern(wanted: string): RegExp {
  const [, place = '', rule = ''] = /^(.*) (\S+)$/s.exec(wanted) ?? [];
  const number = '\\d*';
  const told = place === '?' ? `${number}:?${number}` : place.replace(/\?(?!:\|)/g, number);
  return new RegExp(`^${told} ${rule}$`, 'm');
}

function isList(value: unknown): boolean {
  return Array.isArray(value);
}

function at(value: unknown, keyPath: KeyPath): unknown {
  return keyPath.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], value);
}

function pathsIn(value: unknown, above: KeyPath = []): KeyPath[] {
  if (typeof value !== 'object' || value === null) return [];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => [[...above, key], ...pathsIn(at(value, [key]), [...above, key])]);
}

/** What can be read, and has no seal, is told as that, whatever else is wrong with it. */
function sealedInstead(wanted: string): string {
  return wanted.replace(/\S*(?:type|size)\S*$/, 'records/seal');
}

function isSeal([key]: KeyPath): boolean {
  return key === 'content';
}

/** The text of a kind's file with another value at a key path, as a person would write it, or, with its seal, another Tureen. */
function put(
  { isJson, text, faultOfSeal }: Pick<Kind, 'isJson' | 'text' | 'faultOfSeal'>,
  keyPath: KeyPath,
  value: string | (string | number)[],
): string {
  if (!isJson) {
    const edit = setIn(text, keyPath, value);
    assert.ok('text' in edit, keyPath.join('.'));
    return edit.text;
  }
  const whole: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
  (at(whole, keyPath.slice(0, -1)) as Record<string | number, unknown>)[keyPath.at(-1) ?? ''] = value;
  const isSealed = faultOfSeal !== undefined && !isSeal(keyPath);
  const written = isSealed ? [...sealedInPieces(Object(whole))].join('') : `${JSON.stringify(whole, undefined, 2)}\n`;
  return `${text.startsWith('\ufeff') ? '\ufeff' : ''}${text.includes('\r') ? written.replaceAll('\n', '\r\n') : written}`;
}

function placeIn({ isJson }: Kind, text: string, keyPath: KeyPath) {
  const { line, column } = isJson ? jsonPlaces(text)(keyPath) : parseYaml(text).placeOf(keyPath);
  return { line, column };
}
