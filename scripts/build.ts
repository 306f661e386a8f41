import { copyFileSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { build } from 'vite';
import { loadLate } from './load-late.ts';

/** Packages that stay packages: they load WASM or fonts from their own folders. */
const outside = [/^@myriaddreamin\//, /^@expo-google-fonts\//, /^node-(linux|win)-/];

/** What a scan loads one by one, and with it all that it needs, in one file: each further file costs a start about a millisecond. */
const core = new RegExp(
  [
    'src/cli/(main|create-context|write-output|commands/scan)\\.ts',
    'src/app/(scan|inventory-json)\\.ts',
    'src/node/(files|host)\\.ts',
    'src/readers/npm/package-lock\\.ts',
    // Small things that would else lie with the dossier, or with a schema.
    'src/app/today\\.ts',
    'src/base/(cpe/product-name|day|instant|packages/package-(key|name))\\.ts',
    'src/model/(anomalies/ssvc|risks/grading|vex/vex)\\.ts',
  ].join('|'),
);

/** The schemas of the kinds of records, a file each: a device has few kinds, and a schema takes longer to make than to load. */
const schemas = new RegExp(
  [...readFileSync('src/records/loading/record-kinds.ts', 'utf8').matchAll(/import \{ \w+Schema \} from '[./]+(.+)'/g)]
    .map(([, file = '']) => file)
    .join('|'),
);

rmSync('dist', { recursive: true, force: true });
await build({
  logLevel: 'warn',
  configFile: false,
  build: {
    ssr: true,
    outDir: 'dist',
    target: 'node24',
    minify: false,
    rollupOptions: {
      input: { run: 'src/cli/run.ts', index: 'src/index.ts' },
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'start',
              test: /src\/(app\/product|base\/errors|cli\/(standard-streams|settle-colours)|node\/(cache-folder|files\/system-error))\.ts/,
              priority: 1,
            },
            { name: 'core', test: core },
            { name: 'zod', test: /node_modules\/zod\/v4\/classic/ },
            // What several schemas share comes with that of the device, which every command asks for.
            { name: 'schema-device', test: /src\/model\/records\/device\.ts/ },
            { name: (file) => `schema-${basename(file, '.ts')}`, debugName: 'schemas', test: schemas },
            { name: 'records', test: /src\/(records\/load|app\/inventory\/with-frozen-facts)\.ts/ },
            // Those that offer words of the records load these with them, and the others need not.
            { name: 'dossier', test: /src\/(app\/open-dossier|dossier\/evaluation\/evaluate|rules\/choose-rules)\.ts/ },
            { name: 'commands', test: /src\/cli\/commands\/(?!anomalies|import|licence|triage)/ },
          ],
        },
        // Node starts CommonJS a third faster than modules: it links nothing, and copies no names out of its own modules.
        format: 'cjs',
        entryFileNames: '[name].cjs',
        chunkFileNames: 'chunks/[name]-[hash].cjs',
        banner: licenceLine(),
        // What only people read costs each start; a remark on imports would also keep a file from being kept compiled.
        comments: { jsdoc: false, annotation: false },
      },
    },
  },
  ssr: { noExternal: true, external: [], target: 'node' },
  plugins: [
    {
      name: 'outside',
      enforce: 'pre',
      resolveId: (id) => (outside.some((name) => name.test(id)) ? { id, external: true } : undefined),
    },
  ],
});
// A file with one character beyond ASCII takes twice the memory, and longer to start.
for (const file of globSync('dist/**/*.cjs'))
  writeFileSync(file, loadLate(file, escapeBeyondAscii(readFileSync(file, 'utf8'))));
writeFileSync('dist/index.js', "export * from './index.cjs';\n");
checkStart();
const types = spawnSync('tsc', ['--project', 'tsconfig.types.json'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (types.status !== 0) process.exit(1);

function licenceLine(): string {
  const { name, version, license } = JSON.parse(readFileSync('package.json', 'utf8')) as Readonly<
    Record<string, string>
  >;
  return `/* ${name} ${version}, ${license} */`;
}

/**
 * Fails where a start loads more than it needs, which costs every start: to tell the version nothing but the start itself, to
 * scan a device without other records no other schema than its own.
 */
function checkStart(): void {
  const device = mkdtempSync(join(tmpdir(), 'tureen-start-'));
  copyFileSync('tureen.yaml', join(device, 'tureen.yaml'));
  const atStart = loadedBy('--version').join(', ');
  const schemasOfScan = loadedBy('scan', '--cwd', device).filter((name) => name.startsWith('schema-'));
  rmSync(device, { recursive: true });
  if (atStart !== 'run, start') throw new Error(`--version is to load run and start alone, and loads: ${atStart}`);
  if (schemasOfScan.join() !== 'schema-device')
    throw new Error(
      `a scan is to load schema-device alone of the schemas, and loads: ${schemasOfScan.join(', ') || 'none'}`,
    );
}

/** The files of the build that a command loads, without their hashes. */
function loadedBy(...words: readonly string[]): readonly string[] {
  const tell = `const { cache } = process.getBuiltinModule('node:module').createRequire(process.cwd() + '/');
    process.on('exit', () => console.error(Object.keys(cache).join('\\n')));`;
  const hook = `data:text/javascript,${encodeURIComponent(tell)}`;
  const { stderr } = spawnSync(process.execPath, ['--import', hook, 'dist/run.cjs', ...words], { encoding: 'utf8' });
  return stderr.split('\n').flatMap((path) => /([a-z\d-]+?)(?:-[\w-]{8})?\.cjs$/.exec(path)?.[1] ?? []);
}

/** Writes characters beyond ASCII as escapes, which mean the same in texts, templates and regular expressions, behind a backslash too. */
function escapeBeyondAscii(code: string): string {
  return code.replace(/\\?[^\0-\x7f]|\\./g, (found) => {
    const character = found.charAt(found.length - 1);
    return character <= '\x7f' ? found : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
