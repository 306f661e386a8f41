import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import {
  Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  parse,
  parseDocument,
  visit,
  type ToStringOptions,
} from 'yaml';
import { deviceOfEveryKind } from '../../test/device-of-every-kind.ts';
import type { KeyPath } from '../model/place.ts';
import { appendTo, deleteIn, setIn, type Edit } from './edit.ts';
import { recordKinds } from './loading/record-kinds.ts';
import type { YamlValue } from './editing/render-yaml.ts';

/** The YAML files of every kind of record, as the registry knows them. */
const texts = recordKinds.flatMap(({ matches }) =>
  Object.entries(deviceOfEveryKind).flatMap(([file, text]) => (matches(file) && file.endsWith('.yaml') ? [text] : [])),
);

/** The ways in which different people and editors would write a record that says the same. */
const styles: readonly (readonly [name: string, write: (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['without an end of its last line', (text) => text.trimEnd()],
  ['with Windows line ends and a byte order mark', (text) => `\ufeff${text.replaceAll('\n', '\r\n')}`],
  ['with comments everywhere', commented],
  ['with comments everywhere and Windows line ends', (text) => commented(text).replaceAll('\n', '\r\n')],
  ['in brackets on one long line', (text) => written(text, { collectionStyle: 'flow', lineWidth: 0 })],
  ['in brackets over many lines', (text) => written(text, { collectionStyle: 'flow', lineWidth: 30 })],
  ['with quoted keys', (text) => written(text, { defaultKeyType: 'QUOTE_DOUBLE', defaultStringType: 'QUOTE_SINGLE' })],
  ['with literal blocks', (text) => written(text, { defaultStringType: 'BLOCK_LITERAL', indent: 4 })],
  ['with folded blocks', (text) => written(text, { defaultStringType: 'BLOCK_FOLDED', lineWidth: 30 })],
  ['with lists that are not indented', (text) => written(text, { indentSeq: false })],
  ['with letters of the whole world', (text) => text.replace(/ e/g, ' é漢🩺').replace(/a /g, 'ä ')],
  ['with an anchor that an alias uses', (text) => `shared: &one { a: 1 } # kept\n${text}used: *one\n`],
  ['with dashes of the document', (text) => `%YAML 1.2\n---\n${text}...\n`],
];

const values: readonly YamlValue[] = [
  'new',
  '1.10',
  'a: b # c',
  'ü 漢 🩺',
  'two\nlines',
  7,
  true,
  ['x', 'y'],
  { a: 1, b: ['c'] },
  [],
  'long '.repeat(40).trim(),
];

/** What is done, and which bytes of the text it may touch. */
const deeds: readonly (readonly [name: string, act: (text: string, path: KeyPath, value: YamlValue) => Edit])[] = [
  ['sets', (text, path, value) => setIn(text, path, value)],
  ['deletes', (text, path) => deleteIn(text, path)],
  ['adds', (text, path, value) => setIn(text, [...path, 'newKey'], value)],
  ['appends', (text, path, value) => appendTo(text, path, value)],
];

test('an edit of a record of any kind, in whatever style, changes its field alone and leaves every other byte', () => {
  let done = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.constantFrom(...styles),
      fc.constantFrom(...deeds),
      fc.constantFrom(...values),
      fc.nat(),
      (record, [style, write], [deed, act], value, choice) => {
        const text = write(record);
        const before: unknown = parse(text);
        const all = pathsIn(before).filter(
          (path) => deed === 'sets' || deed === 'deletes' || (deed === 'appends') === Array.isArray(at(before, path)),
        );
        const path = all.filter((one) => deed !== 'adds' || isGroup(at(before, one)))[choice % Math.max(1, all.length)];
        if (path === undefined) return;
        const edit = act(text, path, value);
        const what = `${deed} ${path.join('.')} ${style}: ${JSON.stringify(value)}\n${text}`;
        if ('refused' in edit) {
          assert.match(style, /alias|comments|brackets/, `${edit.refused}\n${what}`);
          return;
        }
        done++;
        assert.deepEqual(parse(edit.text), wanted(before, path, deed, value), what);
        const [from, to] = extent(text, path);
        const isInside = changes(text, edit.text).some(({ start, end }) => start >= from && end <= to);
        assert.ok(
          isInside || edit.text === text,
          `${JSON.stringify(changes(text, edit.text))} is outside of ${from} to ${to}\n${what}\n---\n${edit.text}`,
        );
        assert.ok(
          text.includes('\r') ? !/[^\r]\n/.test(edit.text) : !edit.text.includes('\r'),
          `mixed line ends\n${what}`,
        );
      },
    ),
    { numRuns: 500 },
  );
  assert.ok(done > 350, `only ${done} edits were done`);
});

function written(text: string, options: ToStringOptions): string {
  return new Document(parse(text)).toString(options);
}

function commented(text: string): string {
  const document = parseDocument(text);
  let count = 0;
  visit(document, (_, node) => {
    if (isPair(node) && isScalar(node.key)) node.key.commentBefore = ` before ${++count}`;
    if (isScalar(node) && node.comment === undefined && !/\n/.test(String(node.value)))
      node.comment = ` behind ${++count}`;
  });
  return document.toString();
}

/** The part of a text that a field takes: from its key, dash or comma, and the space before it, to where the next thing begins. */
function extent(text: string, path: KeyPath): readonly [number, number] {
  const document = parseDocument(text);
  const parent = document.getIn(path.slice(0, -1), true);
  assert.ok(isMap(parent) || isSeq(parent));
  const starts = parent.items.map((item) => startOf(isPair(item) ? item.key : item));
  const key = path.at(-1) ?? '';
  const index = isMap(parent)
    ? parent.items.findIndex((pair) => isScalar(pair.key) && pair.key.value === key)
    : Number(key);
  const dash = isSeq(parent) && parent.flow !== true;
  // Brackets come in the place of a list or group of which nothing is left.
  if (starts.length === 1 && path.length > 1) return extent(text, path.slice(0, -1));
  const own = starts[index] ?? 0;
  const start = dash ? text.lastIndexOf('-', own) : own;
  const end = starts[index + 1] ?? parent.range?.[2] ?? text.length;
  return [text.slice(0, start).replace(/[\s,]+$/, '').length, Math.max(end, endOfLine(text, end))];
}

function startOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end + 1;
}

/** The smallest parts of a text of which one was replaced: what goes before an equal neighbour may as well have gone behind it. */
function changes(from: string, to: string): readonly { readonly start: number; readonly end: number }[] {
  const most = Math.min(from.length, to.length);
  const head = (limit: number) => {
    let count = 0;
    while (count < limit && from[count] === to[count]) count++;
    return count;
  };
  const tail = (limit: number) => {
    let count = 0;
    while (count < limit && from.at(-1 - count) === to.at(-1 - count)) count++;
    return count;
  };
  const [early, late] = [head(most), tail(most)];
  return [
    { start: early, end: from.length - tail(most - early) },
    { start: head(most - late), end: from.length - late },
  ];
}

function wanted(before: unknown, path: KeyPath, deed: string, value: YamlValue): unknown {
  const whole = structuredClone(before);
  const parent = at(whole, path.slice(0, -1)) as Record<string | number, unknown>;
  const key = path.at(-1) ?? '';
  const old = parent[key];
  if (deed === 'sets') parent[key] = value;
  else if (deed === 'adds') (old as Record<string, unknown>)['newKey'] = value;
  else if (deed === 'appends') (old as unknown[]).push(value);
  else if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else Reflect.deleteProperty(parent, key);
  return whole;
}

function isGroup(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function at(value: unknown, path: KeyPath): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], value);
}

function pathsIn(value: unknown, above: KeyPath = []): KeyPath[] {
  if (typeof value !== 'object' || value === null) return [];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => [[...above, key], ...pathsIn(at(value, [key]), [...above, key])]);
}
