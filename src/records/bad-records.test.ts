import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDevice } from '../../test/base-device.ts';
import { locate } from './locate.ts';
import { loadRecords } from './load.ts';
import type { RecordContent } from './parse-record.ts';
import { recordKinds, type RecordKind } from './record-kinds.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** What is done to the file of any kind, by YAML and by JSON, and what is said of it where. */
const faults: readonly {
  readonly what: string;
  readonly yaml: RecordContent;
  readonly json: RecordContent;
  readonly rule: string;
  readonly line: number | undefined;
}[] = [
  { what: 'a list where keys are wanted', yaml: '- a\n', json: '["a"]\n', rule: 'type', line: 1 },
  { what: 'an unknown key', yaml: '# x\nnope: 1\n', json: '{\n"nope": 1\n}\n', rule: 'unknown-key', line: 2 },
  { what: 'a key twice', yaml: 'a: 1\na: 2\n', json: '{\n"a": 1,\n"a": 2\n}\n', rule: 'duplicate-key', line: 2 },
  { what: 'broken syntax', yaml: 'a: [\n', json: '{\n"a": \n', rule: 'syntax', line: undefined },
  { what: 'a merge conflict', yaml: 'a: 1\n<<<<<<< x\n', json: '{\n<<<<<<< x\n', rule: 'conflict', line: 2 },
  {
    what: 'no UTF-8',
    yaml: new Uint8Array([97, 58, 32, 255]),
    json: new Uint8Array([255]),
    rule: 'encoding',
    line: undefined,
  },
  { what: 'nothing', yaml: '', json: '', rule: 'syntax', line: 1 },
];

// The baseline is read by `check --baseline` alone, a frozen inventory by `watch` and `diff`, and refused there.
const readElsewhere = new Set(['check-baseline', 'frozen-inventory']);
for (const kind of recordKinds.filter(({ name }) => !readElsewhere.has(name)))
  for (const { what, yaml, json, rule, line } of faults) {
    const file = fileOf(kind);
    const isJson = file.endsWith('.json');
    // A value of JSON is located by the object that it stands in. JSON.parse takes the later of two keys, as every program does; these files are written by the tool alone.
    if (isJson && rule === 'duplicate-key') continue;
    test(`${what} in ${file} is told with its place, and the other files still count`, () => {
      const content = isJson ? json : yaml;
      const records = loadRecords(new Map<string, RecordContent>([...Object.entries(baseDevice), [file, content]]));
      const told = records.diagnostics.filter(({ place }) => place.file === file);
      assert.ok(
        told.some((one) => one.rule === `records/${rule}`),
        JSON.stringify(records.diagnostics),
      );
      assert.ok(told.every(({ severity, help }) => severity === 'error' && help !== ''));
      const places = told
        .filter((one) => one.rule === `records/${rule}`)
        .map(({ place }) =>
          'keyPath' in place ? locate(place, String(content)).line : 'line' in place ? place.line : undefined,
        );
      const wanted = isJson && rule === 'unknown-key' ? 1 : line;
      if (wanted !== undefined) assert.ok(places.includes(wanted), JSON.stringify(told));
      if (kind.name !== 'soup-item') assert.equal(records.items.length, 1);
      if (kind.name !== 'tureen') assert.equal(records.device?.record.device.name, 'Padder');
    });
  }

test('a text of 10 MB is refused at once, of whatever kind', () => {
  const large = bytes(`a: ${'x'.repeat(10_000_000)}\n`);
  for (const kind of recordKinds.filter((one) => !fileOf(one).endsWith('.json'))) {
    const { diagnostics } = loadRecords(new Map([[fileOf(kind), large]]));
    assert.deepEqual(
      diagnostics.map(({ rule }) => rule),
      ['records/size'],
    );
  }
});

function fileOf({ files }: RecordKind): string {
  return files.replace('<name>', 'npm-left-pad').replace('<date>', '2026-11-01');
}
