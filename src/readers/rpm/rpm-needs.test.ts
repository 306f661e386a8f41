import assert from 'node:assert/strict';
import { test } from 'node:test';
import { needsFinder } from './rpm-needs.ts';
import type { RpmPackage } from './rpm-package.ts';

type Case = { readonly need: string; readonly needed: readonly string[]; readonly unmet?: boolean };

const cases: readonly Case[] = [
  { need: 'glibc', needed: ['glibc.x86_64'] },
  { need: 'libc.so.6()(64bit)', needed: ['glibc.x86_64'] },
  { need: '/usr/bin/bash', needed: ['bash.x86_64'] },
  { need: '/usr/bin/zsh', needed: [], unmet: true },
  { need: 'own', needed: [] },
  { need: '(bash >= 5.1 or zsh)', needed: ['bash.x86_64'] },
  { need: '(zsh or ksh)', needed: [], unmet: true },
  { need: '(bash if zsh)', needed: ['bash.x86_64'] },
  { need: '(zsh if bash)', needed: [] },
  { need: '(zsh if (bash and glibc) else data)', needed: ['data.noarch'] },
  { need: '((bash and libc.so.6()(64bit)) or zsh)', needed: ['bash.x86_64', 'glibc.x86_64'] },
  { need: '(data unless bash)', needed: ['data.noarch'] },
  { need: '(', needed: [], unmet: true },
  { need: `${'('.repeat(50_000)}bash${')'.repeat(60_000)}`, needed: ['bash.x86_64'] },
];

for (const { need, needed, unmet = false } of cases) {
  test(`the need ${need.slice(0, 60)} is met by ${needed.join(' and ') || (unmet ? 'nothing' : 'nothing, and that is right')}`, () => {
    const from = packageOf('from', 'x86_64', { needs: [need], provides: ['own'] });
    const met = needsFinder([...installed, from])(from);
    assert.deepEqual(
      met.needed.map(({ name, architecture }) => `${name}.${architecture}`),
      needed,
    );
    assert.deepEqual(met.unmet, unmet ? [need] : []);
  });
}

const installed: readonly RpmPackage[] = [
  packageOf('glibc', 'i686', { provides: ['libc.so.6'] }),
  packageOf('glibc', 'x86_64', { provides: ['libc.so.6()(64bit)'] }),
  packageOf('bash', 'x86_64', { files: ['/usr/bin/bash', '/etc/skel'] }),
  packageOf('data', 'noarch', {}),
];

function packageOf(
  name: string,
  architecture: string,
  lists: {
    readonly needs?: readonly string[];
    readonly provides?: readonly string[];
    readonly files?: readonly string[];
  },
): RpmPackage {
  return {
    name,
    version: '1',
    release: '1',
    epoch: undefined,
    architecture,
    summary: undefined,
    licence: undefined,
    vendor: undefined,
    homepage: undefined,
    source: undefined,
    module: undefined,
    needs: lists.needs ?? [],
    provides: lists.provides ?? [],
    owns: (wanted) => (lists.files ?? []).filter((file) => wanted.has(file)),
    headerSha256: undefined,
    contentMd5: undefined,
  };
}
