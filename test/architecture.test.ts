import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourceFiles, type SourceModule } from './source-files.ts';

/** Who may import whom; a folder that is not named here has no place in the house. */
const walls: Readonly<Record<string, readonly string[]>> = {
  model: [],
  base: ['model'],
  versions: ['base', 'model'],
  licences: ['base', 'model'],
  readers: ['base', 'model'],
  feeds: ['base', 'model'],
  trackers: ['base', 'model'],
  registries: ['base', 'model'],
  usage: ['base', 'model'],
  records: ['base', 'model'],
  rules: ['base', 'model'],
  reports: ['base', 'model', 'licences'],
  writers: ['base', 'model'],
  exports: ['base', 'model'],
  profiles: ['base', 'model'],
  dossier: ['base', 'model', 'versions'],
  app: [
    'base',
    'model',
    'versions',
    'readers',
    'feeds',
    'trackers',
    'registries',
    'usage',
    'records',
    'dossier',
    'rules',
    'reports',
    'writers',
    'exports',
    'profiles',
    'licences',
  ],
  node: ['app', 'base', 'model'],
  cli: ['app', 'base', 'model', 'node'],
};

/** Folders that may touch files, network, clock, environment, console and randomness. */
const impure = new Set(['node', 'cli']);

const impureModules =
  /^(node:)?(fs|fs\/promises|net|http|https|http2|dgram|dns|tls|child_process|worker_threads|cluster|os|process|readline|sqlite|timers|perf_hooks|vm|inspector)(\/|$)/;

const impureWords: readonly RegExp[] = [
  /\bconsole\s*[.[]/,
  /\bprocess\s*[.[]/,
  /\bfetch\s*\(/,
  /\bDate\.now\s*\(/,
  /\bnew Date\(\s*\)/,
  /\bMath\.random\s*\(/,
  /\brandomUUID\b|\brandomBytes\b|\bgetRandomValues\b/,
  /\bsetTimeout\b|\bsetInterval\b|\bsetImmediate\b/,
  /\bperformance\s*[.[]/,
  /\brequire\s*\(/,
  /\beval\s*\(|\bnew Function\b/,
];

const modules = sourceFiles();

test('every folder of src is a known room', () => {
  const unknown = new Set(modules.map(({ room }) => room).filter((room) => room !== '' && !(room in walls)));
  assert.deepEqual([...unknown], []);
});

test('no module imports through a wall', () => {
  assert.deepEqual(modules.flatMap(wallsBroken), []);
});

test('no modules import one another in a circle, types included', () => {
  assert.deepEqual(circles(modules), []);
});

test('only node and cli touch the world', () => {
  assert.deepEqual(modules.filter(({ room }) => room !== '' && !impure.has(room)).flatMap(touches), []);
});

test('a file is one idea: at most 250 lines', () => {
  const long = modules
    .filter(({ text, generated }) => !generated && text.split('\n').length > 251)
    .map(({ path }) => path);
  assert.deepEqual(long, []);
});

/** A call takes some 100,000 arguments; a list from outside may be longer, and would end in a stack overflow. */
test('no list from outside is spread into the arguments of a push', () => {
  const open = new Set(['base', 'readers', 'feeds', 'trackers', 'registries', 'records', 'app']);
  const spread = modules
    .filter(({ room, code }) => open.has(room) && /\.(?:push|unshift)\(\s*\.\.\./.test(code))
    .map(({ path }) => path);
  assert.deepEqual(spread, []);
});

test('records are edited in one place: nothing but base and records knows YAML', () => {
  const knowing = modules.filter(({ imports }) => imports.includes('yaml')).map(({ room }) => room);
  assert.deepEqual(
    knowing.filter((room) => room !== 'base' && room !== 'records'),
    [],
  );
});

test('nobody names a class but an error', () => {
  const classes = modules.flatMap(({ path, code }) =>
    [...code.matchAll(/\bclass\s+(\w+)\s*(?:extends\s+(\w+))?\s*\{/g)].map(([, name, parent]) => ({
      path,
      name,
      parent,
    })),
  );
  assert.deepEqual(
    classes.filter(({ parent }) => parent !== 'Error'),
    [],
  );
});

test('the walls are seen when somebody breaks them', () => {
  const broken = (room: string, code: string): SourceModule => ({
    path: `src/${room}/x.ts`,
    room,
    text: code,
    code,
    generated: false,
    imports: [...code.matchAll(/from '([^']+)'/g)].map(([, specifier]) => specifier ?? ''),
  });
  assert.equal(wallsBroken(broken('model', "import { a } from '../base/a.ts'")).length, 1);
  assert.equal(wallsBroken(broken('readers', "import { a } from '../versions/a.ts'")).length, 1);
  assert.equal(wallsBroken(broken('rules', "import { a } from '../records/a.ts'")).length, 1);
  assert.equal(wallsBroken(broken('app', "import { a } from '../node/a.ts'")).length, 1);
  assert.equal(wallsBroken(broken('rules', "import { a } from '../base/a.ts'")).length, 0);
  assert.equal(touches(broken('readers', "import { a } from 'node:fs'")).length, 1);
  assert.equal(touches(broken('dossier', 'const day = new Date()')).length, 1);
  assert.equal(touches(broken('app', 'console.log(1)')).length, 1);
  assert.equal(touches(broken('app', 'const id = Math.random()')).length, 1);
  assert.equal(touches(broken('app', 'const day = new Date(text)')).length, 0);
});

test('a circle of imports is seen, however long it is', () => {
  const importing = (path: string, ...imports: string[]) => ({ path, imports });
  const chain = [importing('src/a.ts', './b.ts'), importing('src/b.ts', './c/c.ts')];
  assert.deepEqual(circles([...chain, importing('src/c/c.ts', 'zod')]), []);
  assert.deepEqual(circles([...chain, importing('src/c/c.ts', '../b.ts')]), ['src/b.ts > src/c/c.ts > src/b.ts']);
});

/** One circle for each import that leads back to a module on the way to it. */
function circles(among: readonly Pick<SourceModule, 'path' | 'imports'>[]): string[] {
  const imports = new Map(among.map((module) => [module.path, module.imports]));
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) found.push([...way.slice(way.indexOf(path)), path].join(' > '));
    if (done.has(path)) return;
    done.add(path);
    for (const specifier of imports.get(path) ?? [])
      if (specifier.startsWith('.')) walk(new URL(specifier, `file:///${path}`).pathname.slice(1), [...way, path]);
  };
  for (const { path } of among) walk(path, []);
  return found;
}

function wallsBroken({ path, room, imports }: SourceModule): string[] {
  if (room === '') return [];
  return imports.flatMap((specifier) => {
    if (!specifier.startsWith('.')) return [];
    const target = new URL(specifier, `file:///${path}`).pathname.split('/')[2] ?? '';
    return target === room || walls[room]?.includes(target) === true ? [] : [`${path} imports ${specifier}`];
  });
}

function touches({ path, code, imports }: SourceModule): string[] {
  const modulesUsed = imports.filter((specifier) => impureModules.test(specifier));
  const wordsUsed = impureWords.flatMap((word) => word.exec(code)?.[0] ?? []);
  return [...modulesUsed, ...wordsUsed].map((what) => `${path} touches ${what}`);
}
