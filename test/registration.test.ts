import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

type Plug = {
  readonly kind: string;
  readonly files: string;
  readonly registry: string;
  readonly isOne: (value: object) => boolean;
};

/** Each plug point: where its files lie, which list names them, and how an object of its kind is known. */
const plugs: readonly Plug[] = [
  {
    kind: 'reader',
    files: 'src/readers/*/*.ts',
    registry: 'src/readers/index.ts',
    isOne: (value) => 'read' in value && 'capabilities' in value,
  },
  {
    kind: 'scheme',
    files: 'src/versions/*.ts',
    registry: 'src/versions/index.ts',
    isOne: (value) => 'compare' in value && 'ecosystems' in value,
  },
  {
    kind: 'feed',
    files: 'src/feeds/*/*.ts',
    registry: 'src/feeds/index.ts',
    isOne: (value) => 'requests' in value && 'records' in value,
  },
  {
    kind: 'tracker',
    files: 'src/trackers/*.ts',
    registry: 'src/trackers/index.ts',
    isOne: (value) => 'ask' in value && 'projects' in value,
  },
  {
    kind: 'feed of VEX',
    files: 'src/feeds/vex/*.ts',
    registry: 'src/feeds/vex/index.ts',
    isOne: (value) => 'entries' in value && 'listed' in value,
  },
  {
    kind: 'registry',
    files: 'src/registries/*.ts',
    registry: 'src/registries/index.ts',
    isOne: (value) => 'ask' in value && 'configured' in value,
  },
  {
    kind: 'import finder',
    files: 'src/usage/*.ts',
    registry: 'src/usage/index.ts',
    isOne: (value) => 'find' in value && 'packagesOf' in value,
  },
  {
    kind: 'rule',
    files: 'src/rules/*/**/*.ts',
    registry: 'src/rules/index.ts',
    isOne: (value) => 'check' in value && 'examples' in value,
  },
  {
    kind: 'policy pack',
    files: 'src/rules/packs/*.ts',
    registry: 'src/rules/packs/index.ts',
    isOne: (value) => 'severities' in value && 'standards' in value,
  },
  { kind: 'report', files: 'src/reports/*.ts', registry: 'src/reports/index.ts', isOne: (value) => 'compose' in value },
  {
    kind: 'writer',
    files: 'src/writers/*.ts',
    registry: 'src/writers/index.ts',
    isOne: (value) => 'write' in value && 'gives' in value,
  },
  {
    kind: 'SBOM export',
    files: 'src/exports/sbom/*.ts',
    registry: 'src/exports/sbom/index.ts',
    isOne: (value) => 'write' in value && 'specs' in value,
  },
  {
    kind: 'VEX export',
    files: 'src/exports/vex/*.ts',
    registry: 'src/exports/vex/index.ts',
    isOne: (value) => 'writeVex' in value,
  },
  {
    kind: 'VEX reader',
    files: 'src/readers/vex/*.ts',
    registry: 'src/readers/vex/index.ts',
    isOne: (value) => 'readVex' in value,
  },
  {
    kind: 'export of differences',
    files: 'src/exports/diffs/*.ts',
    registry: 'src/exports/diffs/index.ts',
    isOne: (value) => 'write' in value && 'title' in value,
  },
  {
    kind: 'export of the trace',
    files: 'src/exports/trace/*.ts',
    registry: 'src/exports/trace/index.ts',
    isOne: (value) => 'write' in value && 'name' in value,
  },
  {
    kind: 'SBOM profile',
    files: 'src/profiles/*.ts',
    registry: 'src/profiles/index.ts',
    isOne: (value) => 'requirements' in value && 'elsewhere' in value,
  },
  {
    kind: 'command',
    files: 'src/cli/commands/*.ts',
    registry: 'src/cli/commands/index.ts',
    isOne: (value) => ('run' in value || 'commands' in value) && 'summary' in value,
  },
  {
    kind: 'command that takes something in',
    files: 'src/cli/commands/import/*.ts',
    registry: 'src/cli/commands/import/index.ts',
    isOne: (value) => 'run' in value && 'summary' in value,
  },
  {
    kind: 'command that gives something out',
    files: 'src/cli/commands/export/*.ts',
    registry: 'src/cli/commands/export/index.ts',
    isOne: (value) => 'run' in value && 'summary' in value,
  },
  {
    kind: 'command on SBOMs',
    files: 'src/cli/commands/sbom/*.ts',
    registry: 'src/cli/commands/sbom/index.ts',
    isOne: (value) => 'run' in value && 'summary' in value,
  },
  {
    kind: 'command on VEX',
    files: 'src/cli/commands/vex/*.ts',
    registry: 'src/cli/commands/vex/index.ts',
    isOne: (value) => 'run' in value && 'summary' in value,
  },
];

for (const plug of plugs) {
  test(`every ${plug.kind} that has a file is registered once, under the name of its file`, async () => {
    const listed = (await objectsIn(plug.registry)).flatMap((value) =>
      Array.isArray(value) ? (value as object[]) : [],
    );
    const registered = await Promise.all(listed.map(loaded));
    const files = globSync(plug.files).filter((path) => !path.endsWith('.test.ts') && basename(path) !== 'index.ts');
    const found = (
      await Promise.all(
        files.map(async (path) =>
          (await objectsIn(path)).filter((value) => plug.isOne(value)).map((value) => ({ path, value })),
        ),
      )
    ).flat();
    assert.deepEqual(
      found.filter(({ value }) => !registered.includes(value)).map(({ path }) => path),
      [],
      'not registered',
    );
    const names = found.map(({ value }) =>
      'id' in value ? String(value.id).split('/').at(-1) : 'name' in value ? String(value.name) : '',
    );
    assert.deepEqual(
      names,
      found.map(({ path }) => basename(path, '.ts')),
      'not named as its file',
    );
    assert.equal(new Set(registered).size, found.length, 'registered twice, or from nowhere');
    assert.ok(found.length > 0, 'the plug point has no plug');
  });
}

/** A registry may hold a plug itself, or a line that loads it when it is needed. */
async function loaded(entry: object): Promise<object> {
  if (!('load' in entry) || typeof entry.load !== 'function') return entry;
  const plug: object = await entry.load();
  assert.ok('name' in entry && 'name' in plug);
  assert.equal(entry.name, plug.name, 'the registry calls it otherwise than it does itself');
  return plug;
}

async function objectsIn(path: string): Promise<object[]> {
  const module = (await import(pathToFileURL(path).href)) as Readonly<Record<string, unknown>>;
  return Object.values(module).filter((value): value is object => typeof value === 'object' && value !== null);
}
