import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { build } from 'vite';
import { putFiles } from '../test/put-files.ts';
import { loadLate } from './load-late.ts';

// Vite sets it, and other tests run in this process.
const before = process.env['NODE_ENV'];
const folder = mkdtempSync(join(tmpdir(), 'tureen-late-'));
after(() => {
  rmSync(folder, { recursive: true });
  if (before === undefined) delete process.env['NODE_ENV'];
  else process.env['NODE_ENV'] = before;
});

test('a schema in a bundle is loaded by who asks for it, and not at the start', async () => {
  putFiles(folder, {
    'package.json': '{ "type": "module" }',
    'model/ladle.ts': "console.log('schema'); export const ladleSchema = { name: 'ladle' }; export const other = 1;",
    'start.ts': `
      import { ladleSchema, other } from './model/ladle.ts';
      const ask = () => [ladleSchema.name, other];
      console.log('start');
      if (process.argv.includes('--ask')) console.log(ask().join(' '));`,
  });
  await build({
    root: folder,
    logLevel: 'silent',
    configFile: false,
    build: {
      ssr: true,
      outDir: 'dist',
      minify: false,
      rollupOptions: {
        input: { start: join(folder, 'start.ts') },
        output: {
          codeSplitting: { groups: [{ name: 'schema-ladle', test: /model/ }] },
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: 'chunks/[name]-[hash].cjs',
        },
      },
    },
  });
  const start = join(folder, 'dist', 'start.cjs');
  const run = (...words: readonly string[]) =>
    spawnSync(process.execPath, [start, ...words], { encoding: 'utf8' })
      .stdout.trim()
      .split('\n');
  assert.equal(readdirSync(join(folder, 'dist', 'chunks')).length, 1);
  assert.deepEqual(run(), ['schema', 'start']);
  writeFileSync(start, loadLate('start.cjs', readFileSync(start, 'utf8')));
  assert.deepEqual(run(), ['start']);
  assert.deepEqual(run('--ask'), ['start', 'schema', 'ladle 1']);
});

const first = 'const require_schema_a = require("./schema-a-1.cjs");\n';

test('code that loads no schema stays as it is', () => {
  const code = 'const require_start = require("./start-1.cjs");\nrequire_start.run();\n';
  assert.equal(loadLate('a.cjs', code), code);
});

for (const [what, code] of [
  ['takes one whole', `${first}exports.a = require_schema_a;\n`],
  ['takes a part out of one', 'const { a } = require("./schema-a-1.cjs");\n'],
  ['names one otherwise', 'let schema = require("./schema-a-1.cjs");\n'],
] as const)
  test(`code that ${what} is told`, () => {
    assert.throws(() => loadLate('b.cjs', code), {
      message: /^b\.cjs loads a schema in a way that is not rewritten: /,
    });
  });
