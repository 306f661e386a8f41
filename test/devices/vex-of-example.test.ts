import assert from 'node:assert/strict';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { evaluate } from '../../src/app/evaluation/evaluate.ts';
import { sync } from '../../src/app/sync/sync.ts';
import { exportVex } from '../../src/app/vex/export-vex.ts';
import { importVex } from '../../src/app/vex/import-vex.ts';
import { listVex } from '../../src/app/vex/list-vex.ts';
import { vexExports } from '../../src/exports/vex/index.ts';
import { nodeHost } from '../../src/node/host.ts';
import { baseDevice } from '../base-device.ts';
import { inFolder } from '../command-line.ts';
import { putFiles } from '../put-files.ts';
import { vexProblems } from '../schemas/vex-problems.ts';

test('the VEX of the example is valid in each format, meets every finding of a fresh device, and says the same in all', () =>
  inFolder(async (folder) => {
    const placeOf = (name: string) => join(folder, name);
    const hostOf = (name: string) => nodeHost({ root: placeOf(name) });
    cpSync('examples/dermatology', placeOf('device'), { recursive: true });
    const device = hostOf('device');
    const storePath = placeOf('store.sqlite');
    await sync(device, { from: ['advisories'], ecosystems: undefined, storePath });
    const { evaluation } = await evaluate(device, storePath);
    const results = evaluation.findings.map(({ result }) => result);
    const open = results.filter((result) => result === 'affected' || result === 'undetermined').length;
    cpSync(placeOf('device'), placeOf('fresh'), { recursive: true });
    rmSync(join(placeOf('fresh'), 'soup/verdicts'), { recursive: true });
    putFiles(placeOf('stranger'), baseDevice);

    const documents: unknown[] = [];
    for (const { name } of vexExports) {
      const { text, document } = await exportVex(device, name);
      assert.deepEqual(await vexProblems(name, JSON.parse(text)), []);
      writeFileSync(placeOf(`${name}.json`), text);

      const fresh = await importInto('fresh', name);
      const told = fresh.diagnostics.map(({ rule }) => rule);
      assert.deepEqual(told, ['vex/own'], 'the fresh device is of the same manufacturer');
      assert.deepEqual(plain(fresh.document), plain(withoutRatings(document)), 'what was exported is what came');
      documents.push(plain(fresh.document));
      const met = [...fresh.evidence.about.values()].flat();
      assert.deepEqual([met.length, fresh.evidence.unmet], [open, []], 'each finding is met by its statement');
      assert.ok(met.every(({ doubt, superseded }) => doubt === undefined && !superseded));

      const stranger = await importInto('stranger', name);
      assert.equal(stranger.evidence.about.size, 0);
      assert.deepEqual(
        stranger.evidence.unmet.map(({ statement, reason }) => `${statement.vulnerability} ${reason}`),
        document.statements.map(
          ({ vulnerability }) => `${vulnerability} pkg:generic/DermaScan@2.4.1 is not in the inventory`,
        ),
        'what met nothing is listed, each with its reason',
      );
    }
    for (const one of documents) assert.deepEqual(one, documents[0]);

    async function importInto(place: string, name: string) {
      const [imported] = await importVex(hostOf(place), { files: [placeOf(`${name}.json`)] });
      const { evidence, diagnostics } = await listVex(hostOf(place));
      rmSync(join(placeOf(place), 'soup/vex'), { recursive: true });
      return { document: imported?.document, evidence, diagnostics };
    }
  }));

/** Severities are written where a format has a place for them, and are not read. */
function withoutRatings<T extends { readonly statements: readonly { readonly ratings?: unknown }[] }>(document: T) {
  return { ...document, statements: document.statements.map((one) => ({ ...one, ratings: undefined })) };
}

/** Keys that hold nothing are as good as absent. */
function plain(document: unknown): unknown {
  return JSON.parse(JSON.stringify(document));
}
