import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { test } from 'node:test';
import { memoryHost } from '../../../test/memory-host.ts';
import type { Component } from '../../model/component.ts';
import type { Host } from '../host.ts';
import { takeInventory } from './take-inventory.ts';

/** What holds of the inventory of any folder; the fixtures of all readers are such folders, and so is each reader's whole lot. */
const folders = ['src/readers/*/fixtures/*/*/', 'src/readers/*/fixtures/*/'].flatMap((pattern) => globSync(pattern));

const inventories = await Promise.all(
  folders.toSorted().map(async (folder) => {
    const host = memoryHost(filesIn(folder));
    const { components } = await takeInventory(host);
    return { folder, host, components };
  }),
);

test('there are folders to try the laws on, and packages in most of them', () => {
  assert.ok(inventories.length > 300, `${inventories.length} folders`);
  assert.ok(inventories.filter(({ components }) => components.length > 0).length > inventories.length / 2);
});

test('what a component needs is a component of the inventory', () => {
  assertNone(({ dependsOn = [] }, purls) => dependsOn.filter((purl) => !purls.has(purl)));
});

test('nothing needs itself, and nothing is needed twice', () => {
  assertNone(({ purl, dependsOn = [] }) => [
    ...dependsOn.filter((needed) => needed === purl),
    ...dependsOn.filter((needed, index) => dependsOn.indexOf(needed) !== index),
  ]);
});

test('of one name and version there is one component', () => {
  for (const { folder, components } of inventories)
    assert.equal(new Set(components.map(bare)).size, components.length, folder);
});

test('what ships in one folder ships in the whole, and what one folder asks for is direct in the whole', () => {
  const byFolder = new Map(inventories.map(({ folder, components }) => [folder, components]));
  for (const { folder, components } of inventories) {
    const whole = byFolder.get(dirname(folder)) ?? [];
    const inWhole = new Map(whole.map((component) => [bare(component), component]));
    for (const one of components) {
      const joined = inWhole.get(bare(one));
      if (one.scope === 'runtime') assert.equal(joined?.scope ?? 'runtime', 'runtime', `${folder}: ${one.purl}`);
      if (one.relation === 'direct') assert.equal(joined?.relation ?? 'direct', 'direct', `${folder}: ${one.purl}`);
    }
  }
});

test('a second run gives the same bytes, in whatever order the disk lists its files', async () => {
  for (const { folder, host, components } of inventories) {
    const again = await takeInventory(backwards(host));
    assert.equal(JSON.stringify(again.components), JSON.stringify(components), folder);
  }
});

function bare({ purl }: Component): string {
  return purl.replace(/[?#].*/, '');
}

function assertNone(faults: (component: Component, purls: ReadonlySet<string>) => readonly string[]): void {
  for (const { folder, components } of inventories) {
    const purls = new Set(components.map(({ purl }) => purl));
    for (const component of components) assert.deepEqual(faults(component, purls), [], `${folder}: ${component.purl}`);
  }
}

function backwards(host: Host): Host {
  const list = async () => {
    const { files, unlisted } = await host.files.list();
    return { files: files.toReversed(), unlisted };
  };
  return { ...host, files: { ...host.files, list } };
}

function filesIn(folder: string): Readonly<Record<string, Uint8Array>> {
  const paths = globSync(['**/*', '**/.*'], { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^(?:reading|oracle)\.txt$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`);
  return Object.fromEntries(paths.map((path) => [relative(folder, path), readFileSync(path)]));
}
