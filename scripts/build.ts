import { rmSync, readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { build } from 'vite';

/** Packages that stay packages: they load WASM or fonts from their own folders. */
const outside = [/^@myriaddreamin\//, /^@expo-google-fonts\//, /^node-(linux|win)-/];

/** What every scan needs, in one file: each further file costs a start about a millisecond. */
const core =
  /node_modules\/(commander|picomatch|zod)\/|src\/(base\/(?!yaml|toml|xml|generated|spdx|zip)|cli\/(?!run)|node\/(host|files|write-file)|app\/(scan|take-inventory|inventory-json|today)|readers\/(index|npm\/(npm-|package-lock)|python\/requirement-files|unread-formats)|dossier\/(merge|decide))/;

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
            { name: 'product', test: /src\/app\/product/, priority: 1 },
            { name: 'core', test: core },
          ],
        },
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
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
