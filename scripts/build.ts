import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { build } from 'vite';

/** Packages that stay packages: they load WASM or fonts from their own folders. */
const outside = [/^@myriaddreamin\//, /^@expo-google-fonts\//, /^node-(linux|win)-/];

/** What every scan needs, in one file: each further file costs a start about a millisecond. */
const core = new RegExp(
  [
    'node_modules/(commander|zod|ignore)/',
    'src/base/(errors|decode-text|quote|reading|formats/(conforms|json|outlandish|schema)|paths/(compile-glob|glob|outer-file|resolve-path|system-marks)|packages/(package-name|purl|purl-types))\\.ts',
    'src/cli/(commands/|create-context|main|option-values|paint|safe-text|store-path|tell-diagnostics|write-output)',
    'src/node/(files|git/git-ignore|host|inside-path|read-inside|write-file)',
    'src/app/(inventory-json|inventory/[a-z-]+|scan|today)\\.ts',
    'src/readers/(index|conda-readers|installed-readers|system-readers|unread-formats|npm/npm-package|npm/package-lock)',
    'src/dossier/(coverage/(claim-sources|decide-use)|inventory/merge-components)',
  ].join('|'),
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
            { name: 'start', test: /src\/(app\/product|node\/system-error)/, priority: 1 },
            { name: 'core', test: core },
          ],
        },
        // Node starts CommonJS a third faster than modules: it links nothing, and copies no names out of its own modules.
        format: 'cjs',
        entryFileNames: '[name].cjs',
        chunkFileNames: 'chunks/[name]-[hash].cjs',
        banner: licenceLine(),
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
writeFileSync('dist/index.js', "export * from './index.cjs';\n");
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
