import assert from 'node:assert/strict';
import { test } from 'node:test';
import { component } from '../../../test/sample-component.ts';
import { entry } from '../../../test/sample-dossier.ts';
import { systemRequirementsSchema } from '../../model/records/system-requirements.ts';
import { targetSystemSchema } from '../../model/records/target-system.ts';
import { checkSystem, groupByPackage } from './check-system.ts';

const target = {
  os: { name: 'Debian', version: '12' },
  architecture: 'x86_64',
  memoryMb: 4096,
  gpu: { name: 'CUDA', version: '12.4', memoryMb: 8192 },
  runtimes: { python: '3.11.2', browser: 'Firefox ESR 140' },
};
const untold = { os: 'Debian 12', gpu: 'some card' };

const cases: readonly (readonly [needs: object, target: object | undefined, said: readonly string[]])[] = [
  [{ os: { name: 'debian', version: '>=12, <13' } }, target, ['fits debian >=12, <13: the target has Debian 12']],
  [{ os: { name: 'Ubuntu' } }, target, ['misfit Ubuntu: the target has Debian 12']],
  [{ os: { name: 'Debian' } }, { os: { name: 'Debian' } }, ['fits Debian: the target has Debian']],
  [
    { os: { name: 'Debian', version: '>=12' } },
    { os: { name: 'Debian' } },
    ['open Debian >=12: the target has Debian without a version'],
  ],
  [{ os: { name: 'Debian' } }, untold, ['open Debian: the target names its operating system as text: Debian 12']],
  [{ os: { name: 'Debian' } }, undefined, ['open Debian: the target names no operating system']],
  [{ architecture: ['aarch64', 'x86_64'] }, target, ['fits architecture aarch64 or x86_64: the target has x86_64']],
  [{ architecture: ['riscv64'] }, target, ['misfit architecture riscv64: the target has x86_64']],
  [{ architecture: [] }, target, []],
  [{ memoryMb: 4096 }, target, ['fits 4096 MB of memory: the target has 4096 MB']],
  [{ memoryMb: 4097 }, target, ['misfit 4097 MB of memory: the target has 4096 MB']],
  [{ memoryMb: 1 }, {}, ['open 1 MB of memory: the target names no memory']],
  [
    { gpu: { name: 'CUDA', version: '>=12.1', memoryMb: 16384 } },
    target,
    ['fits CUDA >=12.1: the target has CUDA 12.4', 'misfit 16384 MB of memory of the GPU: the target has 8192 MB'],
  ],
  [{ gpu: { name: 'CUDA' } }, untold, ['open CUDA: the target names its GPU as text: some card']],
  [{ runtime: { name: 'Python', version: '>=3.9' } }, target, ['fits Python >=3.9: the target has python 3.11.2']],
  [{ runtime: { name: 'python', version: '>=3.12' } }, target, ['misfit python >=3.12: the target has python 3.11.2']],
  [{ runtime: { name: 'node', version: '>=20' } }, target, ['open node >=20: the target names no runtime node']],
  [{ os: 'any', runtime: 'any', gpu: 'none', libraries: ['libc 2'] }, target, []],
];

for (const [needs, given, said] of cases)
  test(`${JSON.stringify(needs)} on ${JSON.stringify(given)}`, () => {
    const declared = given === undefined ? undefined : targetSystemSchema.parse(given);
    assert.deepEqual(fits(needs, declared), said);
  });

const tool = { kind: 'tool', evidence: 'dev' } as const;
const none = { kind: 'unaccounted', reason: 'x' } as const;
const inventory = [
  entry(component('pkg:npm/peer@1.2.0', { scope: 'runtime' }), none),
  entry(component('pkg:npm/peer@2.0.0', { scope: 'runtime' }), none),
  entry(component('pkg:npm/peer@9.0.0', { scope: 'development' }), tool),
  entry(component('pkg:npm/built@3.0.0', { scope: 'development' }), tool),
  entry(component('pkg:npm/loose', { scope: 'runtime', pinning: { kind: 'range', asked: '*' } }), none),
];

const peers: readonly (readonly [
  library: string,
  version: string | undefined,
  uses: string | undefined,
  said: string,
])[] = [
  ['peer', '>=2, <3', undefined, 'fits'],
  ['peer', '>=2, <3', '1.2.0', 'misfit'],
  ['peer', '>=1, <2', '1.2.0', 'fits'],
  ['peer', '>=9', undefined, 'misfit'],
  ['peer', undefined, undefined, 'fits'],
  ['built', '>=1', undefined, 'misfit'],
  ['gone', undefined, undefined, 'misfit'],
  ['loose', '>=1', undefined, 'open'],
];

for (const [name, version, uses, said] of peers)
  test(`a peer ${name} ${version ?? 'of any version'} ${uses === undefined ? '' : `used at ${uses} `}${said}`, () => {
    const dependsOn = uses === undefined ? undefined : [`pkg:npm/${name}@${uses}`];
    const own = [entry(component('pkg:npm/own@1.0.0', { dependsOn }), none)];
    const library = { package: `pkg:npm/${name}`, ...(version !== undefined && { version }) };
    const system = systemRequirementsSchema.parse({ libraries: [library] });
    const [fit] = checkSystem(system, undefined, { own, byPackage: groupByPackage(inventory) });
    assert.equal(fit?.result, said);
    assert.deepEqual(fit?.keyPath, ['system', 'libraries', 0]);
  });

for (const range of ['3', '^3.0', '>=3 <4', '>= ', '>=1,', '>=1; rm', `>=${'1'.repeat(61)}`])
  test(`"${range}" is no range`, () => {
    assert.equal(systemRequirementsSchema.safeParse({ runtime: { name: 'node', version: range } }).success, false);
  });

function fits(needs: object, declared: Parameters<typeof checkSystem>[1]): readonly string[] {
  const system = systemRequirementsSchema.parse(needs);
  return checkSystem(system, declared, { own: [], byPackage: new Map() }).map(
    ({ need, result, found }) => `${result} ${need}: ${found}`,
  );
}
