import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Scope } from '../../model/component.ts';
import { lockComponents, type LockEdge, type LockEntry } from './lock-graph.ts';
import { npmComponent } from './npm-package.ts';

const place = (line: number) => ({ file: 'a.lock', line });
const entry = (name: string, line: number, kind: LockEntry['kind'] = 'foreign'): LockEntry => ({
  facts: npmComponent({ name, version: '1.0.0', at: place(line) }),
  kind,
});
const needs = (to: LockEntry, isOptional = false): LockEdge => ({ to, isOptional });
const ask = (to: LockEntry, scope: Scope, line = 1) => ({
  to,
  evidence: { scope, reason: `${scope} list`, at: place(line) },
});

test('scope is the strongest that leads to a package, and evidence the list that does', () => {
  const [root, a, b, c, d, e] = [
    entry('root', 1, 'root'),
    ...['a', 'b', 'c', 'd', 'e'].map((name, at) => entry(name, at + 2)),
  ];
  assert.ok(root && a && b && c && d && e);
  const edges = new Map([
    [root, [needs(a), needs(b)]],
    [a, [needs(c), needs(d, true), needs(root)]],
    [b, [needs(c), needs(d), needs(a)]],
    [c, [needs(a)]],
    [d, []],
    [e, [needs(a)]],
  ]);
  const asked = [ask(b, 'development', 20), ask(a, 'runtime', 10)];
  const components = lockComponents({ edges, asked, unreached: 'nobody asks for it' });
  assert.deepEqual(
    components.map(({ name, scope, relation, scopeEvidence: [evidence] }) => [
      name,
      scope,
      relation,
      evidence?.reason,
      evidence?.at.line,
    ]),
    [
      ['root', 'runtime', 'direct', 'a package that the lockfile was made for', 1],
      ['a', 'runtime', 'direct', 'runtime list', 10],
      ['b', 'development', 'direct', 'development list', 20],
      ['c', 'runtime', 'transitive', 'runtime list', 10],
      ['d', 'optional', 'transitive', 'optional for a@1.0.0', 2],
      ['e', 'unknown', 'unknown', 'nobody asks for it', 6],
    ],
  );
});

test('entries with the same facts are one package, and what is optional for development only is for development', () => {
  const [one, needed, spare] = [entry('one', 1), entry('needed', 2), entry('spare', 3)];
  const other: LockEntry = { facts: one.facts, kind: 'foreign' };
  const edges = new Map([
    [one, [needs(needed)]],
    [other, [needs(spare, true), needs(other)]],
    [needed, []],
    [spare, []],
  ]);
  const components = lockComponents({ edges, asked: [ask(other, 'development'), ask(one, 'runtime')], unreached: '' });
  assert.deepEqual(
    components.map(({ name, scope, dependsOn }) => [name, scope, dependsOn]),
    [
      ['one', 'runtime', ['pkg:npm/needed@1.0.0', 'pkg:npm/spare@1.0.0']],
      ['needed', 'runtime', []],
      ['spare', 'development', []],
    ],
  );
});

test('what a folder of the product asks for is direct, whoever asks for the folder', () => {
  const [folder, asked, brought] = [entry('folder', 1, 'own'), entry('asked', 2), entry('brought', 3)];
  const edges = new Map([
    [folder, [needs(asked, true)]],
    [asked, [needs(brought)]],
    [brought, []],
  ]);
  assert.deepEqual(
    lockComponents({ edges, asked: [ask(folder, 'development')], unreached: '' }).map(({ name, relation, scope }) => [
      name,
      relation,
      scope,
    ]),
    [
      ['folder', 'direct', 'development'],
      ['asked', 'direct', 'development'],
      ['brought', 'transitive', 'development'],
    ],
  );
});

test('in any graph, cyclic ones too, scopes are those of plain reachability', () => {
  const size = 8;
  const node = fc.nat(size - 1);
  const links = fc.array(fc.tuple(node, node, fc.boolean()), { maxLength: 24 });
  fc.assert(
    fc.property(links, fc.array(node), fc.array(node), (pairs, shipped, tools) => {
      const all = Array.from({ length: size }, (_, index) => entry(`p${index}`, index + 1));
      const at = (index: number) => all[index] as LockEntry;
      const edges = new Map(
        all.map((from, index) => [
          from,
          pairs.filter(([source]) => source === index).map(([, target, isOptional]) => needs(at(target), isOptional)),
        ]),
      );
      const closure = (starts: readonly number[], over: (isOptional: boolean) => boolean) => {
        const reached = new Set(starts);
        for (const next of reached)
          for (const [from, to, isOptional] of pairs) if (from === next && over(isOptional)) reached.add(to);
        return reached;
      };
      const runtime = closure(shipped, (isOptional) => !isOptional);
      const optional = closure(shipped, () => true);
      const development = closure(tools, () => true);
      const asked = [
        ...shipped.map((one) => ask(at(one), 'runtime')),
        ...tools.map((one) => ask(at(one), 'development')),
      ];
      for (const [index, { scope }] of lockComponents({ edges, asked, unreached: '' }).entries()) {
        const wanted = runtime.has(index)
          ? 'runtime'
          : optional.has(index)
            ? 'optional'
            : development.has(index)
              ? 'development'
              : 'unknown';
        assert.equal(scope, wanted);
      }
    }),
  );
});
