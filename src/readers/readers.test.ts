import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { test } from 'node:test';
import { matchesGolden } from '../../test/golden.ts';
import { globs } from '../base/paths/glob.ts';
import { bytesInMemory } from '../base/binaries/random-access.ts';
import type { Component } from '../model/component.ts';
import type { AnyReader, BytesReader, Capabilities, Reader, Reading } from '../model/plugs/reader.ts';
import { readers } from './index.ts';

/**
 * Each folder `fixtures/<reader>/<case>` holds the files of one case, the golden `reading.txt`, and, where the
 * ecosystem's own tool can tell, its answer in `oracle.txt`: a line `name@version` for each third-party package.
 */
for (const { files, executables, load } of readers) {
  const reader = await load();
  const subject: Subject = { reader, isMine: executables === true ? () => true : globs(files) };
  const cases = globSync(`src/readers/*/fixtures/${reader.name}/*/`).toSorted();

  test(`${reader.name} has a fixture named broken, which gives a place and no component`, async () => {
    const broken = cases.filter((folder) => basename(folder).startsWith('broken'));
    assert.ok(broken.length > 0);
    for (const folder of broken) {
      for (const reading of (await readCase(subject, folder)).values()) {
        assert.deepEqual(reading.components, []);
        assert.ok(reading.diagnostics.some(({ rule, place }) => rule === 'reading/syntax' && 'file' in place));
      }
    }
  });

  for (const folder of cases) {
    test(`${reader.name} reads ${basename(folder)} as its golden file says`, async () => {
      const readings = await readCase(subject, folder);
      assert.ok(readings.size > 0, 'no file of this case matches the globs of the reader');
      matchesGolden(
        join(folder, 'reading.txt'),
        [...readings].map(([path, reading]) => show(path, reading)).join('\n'),
      );
      const oracle = join(folder, 'oracle.txt');
      if (existsSync(oracle))
        assert.deepEqual(thirdParty(readings), readFileSync(oracle, 'utf8').trim().split('\n').toSorted());
    });

    test(`${reader.name} gives lines of ${basename(folder)} that name what they are said to hold`, async () => {
      for (const [path, { components }] of await readCase(subject, folder)) {
        const lines = readFileSync(join(folder, path), 'utf8').split('\n').length;
        for (const { foundAt, purl } of components) {
          assert.equal(foundAt.length, 1, `${purl}: a reader gives one place for each component`);
          assert.ok(
            foundAt.every(({ file, line }) => file === path && line >= 1 && line <= lines),
            `${purl} stands outside of ${path}`,
          );
        }
      }
    });
  }

  test(`${reader.name} shows in its fixtures just what it declares that it can`, async () => {
    const readings = await Promise.all(cases.map((folder) => readCase(subject, folder)));
    const components = readings
      .flatMap((byPath) => [...byPath.values()].flatMap((reading) => reading.components))
      .filter(({ firstParty }) => !firstParty);
    const shown: Capabilities = {
      scope: components.some(({ scope }) => scope !== 'unknown'),
      graph: components.some(({ dependsOn }) => dependsOn !== undefined && dependsOn.length > 0),
      hashes: components.some(({ hashes }) => hashes.length > 0),
      licence: components.some(({ licences }) => licences.length > 0),
      direct: components.some(({ relation }) => relation === 'direct'),
    };
    assert.deepEqual(reader.capabilities, shown);
  });
}

async function readCase({ reader, isMine }: Subject, folder: string): Promise<ReadonlyMap<string, Reading>> {
  const all = globSync(['**/*', '**/.*'], { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  const paths = all
    .filter((path) => isMine(path) && !/(?:^|\/)(?:reading\.txt|oracle\.txt|README\.md)$/.test(path))
    .toSorted();
  const texts = new Map(all.map((path) => [path, readFileSync(join(folder, path), 'utf8')] as const));
  const readings = paths.map(async (path) => [path, await readFixture(reader, folder, path, texts)] as const);
  return new Map(await Promise.all(readings));
}

async function readFixture(
  reader: AnyReader,
  folder: string,
  path: string,
  texts: ReadonlyMap<string, string>,
): Promise<Reading> {
  const bytes = readFileSync(join(folder, path));
  if (reader.content === 'parts') return reader.read({ path, content: bytesInMemory(bytes) });
  const companions = companionsOf(reader, path, texts);
  const tree = [...texts.keys()].toSorted();
  return reader.content === 'bytes'
    ? reader.read({ path, bytes, companions, tree })
    : reader.read({ path, text: texts.get(path) ?? '', companions, tree });
}

/** Of the files of a case those that the reader asks for, as a scan would open them. */
function companionsOf(
  reader: Reader | BytesReader,
  path: string,
  texts: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const tree = [...texts.keys()].toSorted();
  const opened = new Map(reader.content === 'bytes' ? [] : [[path, texts.get(path) ?? '']]);
  for (let size = -1; size < opened.size;) {
    size = opened.size;
    for (const companion of reader.companions?.(opened, path, tree) ?? []) {
      const text = texts.get(companion);
      if (text !== undefined) opened.set(companion, text);
    }
  }
  return opened;
}

function thirdParty(readings: ReadonlyMap<string, Reading>): string[] {
  const components = [...readings.values()]
    .flatMap((reading) => reading.components)
    .filter(({ firstParty }) => !firstParty);
  return [...new Set(components.map(({ name, version }) => `${name}@${version ?? ''}`))].toSorted();
}

type Subject = { readonly reader: AnyReader; readonly isMine: (path: string) => boolean };

/** A reading as a person would want to check it: one component a paragraph, unknowns left out. */
function show(path: string, { components, graph, diagnostics }: Reading): string {
  const rows = components.map(showComponent);
  const problems = diagnostics.map(
    ({ severity, message, place }) => `! ${severity} ${'line' in place ? `line ${place.line}` : 'file'}: ${message}`,
  );
  return [`# ${path}, graph ${graph}`, ...rows, ...problems, ''].join('\n');
}

function showComponent(component: Component): string {
  const {
    purl,
    scope,
    scopeEvidence,
    relation,
    firstParty,
    foundAt,
    pinning,
    hashes,
    licences,
    dependsOn,
    source,
    cpes = [],
    supplier,
    originator,
    homepage,
    repository,
    download,
    description,
  } = component;
  const lines = [
    `line ${foundAt[0]?.line}: ${purl}`,
    `  ${firstParty ? 'first-party ' : ''}${relation} ${scope}: ${scopeEvidence.map(({ reason }) => reason).join('; ')}`,
    pinning.kind === 'exact' ? undefined : `  ${pinning.kind}: ${pinning.asked}`,
    source === undefined ? undefined : `  source: ${source.name} ${source.version}`,
    supplier === undefined ? undefined : `  supplier: ${supplier}`,
    originator === undefined ? undefined : `  originator: ${originator}`,
    licences.length === 0 ? undefined : `  licence: ${licences.map(({ expression }) => expression).join('; ')}`,
    ...hashes.slice(0, 3).map(({ algorithm, value, of }) => `  ${algorithm} ${value.slice(0, 12)}… of ${of}`),
    hashes.length > 3 ? `  and ${hashes.length - 3} more hashes` : undefined,
    ...cpes.map((cpe) => `  cpe: ${cpe}`),
    homepage === undefined ? undefined : `  homepage: ${homepage}`,
    repository === undefined ? undefined : `  repository: ${repository}`,
    download === undefined ? undefined : `  download: ${download}`,
    description === undefined ? undefined : `  description: ${description}`,
    dependsOn === undefined
      ? '  needs: not told'
      : dependsOn.length === 0
        ? undefined
        : `  needs: ${dependsOn.join(' ')}`,
  ];
  return lines.filter((line) => line !== undefined).join('\n');
}
