import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../src/app/check/check.ts';
import { evaluate } from '../src/app/evaluation/evaluate.ts';
import { report } from '../src/app/report.ts';
import { scan } from '../src/app/scan.ts';
import { status } from '../src/app/check/status.ts';
import { syncDevice } from '../src/app/sync/sync-device.ts';
import { writeSbom } from '../src/app/sbom/write-sbom.ts';
import { showAnswers } from '../src/cli/show/records/show-answers.ts';
import { showDiagnostics } from '../src/cli/show/check/show-diagnostics.ts';
import { fold } from '../src/cli/show/fold.ts';
import { lookOf, plainLook } from '../src/cli/show/look.ts';
import { todayInWords } from '../src/app/today.ts';
import { nodeHost } from '../src/node/host.ts';
import { writeFileWhole } from '../src/node/files/write-file.ts';

/** The main job on the example device: inventory, SBOM, evaluation, check, documents, then the eight answers. */
const out = 'out';
const device = join(out, 'dermatology');
rmSync(device, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
cpSync('examples/dermatology', device, { recursive: true });
const host = nodeHost({ root: device });
const storePath = join(out, 'advisories.sqlite');
const written: string[] = [device];

say(`Tureen on the example device, a copy of examples/dermatology in ${device}\n`);

const inventory = await step('inventory', async () => {
  const scanned = await scan(host);
  const read = scanned.inventory.files.filter((file) => file.status === 'read').length;
  return [scanned, `${scanned.inventory.components.length} components from ${read} files`];
});

await step('SBOM', () => {
  const formats = [
    ['cyclonedx-json', '1.6'],
    ['cyclonedx-json', '1.7'],
    ['spdx-json', '2.3'],
  ] as const;
  for (const [format, spec] of formats) {
    const order = { ...inventory, fallbackName: 'dermatology', format, spec };
    write(`sbom-${format.replace('-json', '')}-${spec}.json`, writeSbom(host, order));
  }
  return [undefined, `${formats.length} files: CycloneDX 1.6 and 1.7, SPDX 2.3`];
});

const synced = await step('advisories', async () => {
  const result = await syncDevice(host, { from: [], ecosystems: [], lists: [], storePath, progress: () => undefined });
  const records = result.sources.reduce((sum, source) => sum + source.records, 0);
  return [result, `${records} records from the example's own folder, no network`];
});

await step('evaluation', async () => {
  const { evaluation } = await evaluate(host, storePath);
  const count = (wanted: string) => evaluation.findings.filter(({ result }) => result === wanted).length;
  const summary = `${evaluation.findings.length} findings: ${count('affected')} affected, ${count('undetermined')} undetermined, ${count('not-affected')} not affected`;
  return [evaluation, summary];
});

const { diagnostics } = await step('check', async () => {
  const checked = await check(host);
  write('check.txt', `${await showDiagnostics(host, checked.diagnostics, plainLook)}\n`);
  return [checked, `${checked.diagnostics.length} things are missing or doubtful`];
});

await step('documents', async () => {
  for (const format of ['html', 'pdf']) {
    const { content, extension } = await report(host, 'soup-list', format);
    write(`soup-list.${extension}`, content);
  }
  return [undefined, 'the SOUP list as HTML and PDF'];
});

const terminal = lookOf(1);
const answers = showAnswers(await status(host), { all: false, asOf: todayInWords(host) }, terminal.paint);
say(`\n${fold(answers, terminal.width)}`);
say(
  `${diagnostics.length} diagnostics in ${join(out, 'check.txt')}; with their lines: ./bin/tureen check --cwd ${device}\n`,
);
say(`Written:\n${written.map((path) => `  ${path}\n`).join('')}`);
if (synced.diagnostics.length > 0) say(await showDiagnostics(host, synced.diagnostics, terminal));

async function step<T>(name: string, run: () => Promise<readonly [T, string]> | readonly [T, string]): Promise<T> {
  const start = performance.now();
  const [result, summary] = await run();
  say(`${name.padEnd(11)} ${((performance.now() - start) / 1000).toFixed(2).padStart(6)} s  ${summary}\n`);
  return result;
}

function write(name: string, content: string | Uint8Array): void {
  const path = join(out, name);
  writeFileWhole(path, content);
  if (!existsSync(path)) throw new Error(`${path} was not written`);
  written.push(path);
}

function say(text: string): void {
  process.stdout.write(text);
}
