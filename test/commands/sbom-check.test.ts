import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { baseCycloneDx, baseSpdx } from '../base-sbom.ts';
import { inFolder, tureen } from '../command-line.ts';

const gap = { ...baseCycloneDx, metadata: { ...baseCycloneDx.metadata, lifecycles: undefined } };

test('sbom check ends with 0 for a complete SBOM, whichever profiles are asked', () =>
  inSbom(baseCycloneDx, (file) => {
    const profiles = ['ntia-2021', 'bsi-2.1', 'fda-2026', 'cisa-2026'].flatMap((name) => ['--profile', name]);
    const { code, stdout, stderr } = tureen(['sbom', 'check', ...profiles, file]);
    assert.equal(code, 0, stdout + stderr);
    assert.equal(stdout.match(/^complete/gm)?.length, 4);
  }));

test('sbom check asks CISA’s profile when nobody names one, and shows a gap with its line and the way to fix it', () =>
  inSbom(gap, (file) => {
    const { code, stdout } = tureen(['sbom', 'check', file]);
    assert.equal(code, 1);
    assert.match(
      stdout,
      /must cisa-2026\/context: [^\n]*\n {2}[^\n]*sbom.json:1 {2}the SBOM does not say in which context/,
    );
    assert.match(stdout, /help: Write a phase such as `build`/);
    assert.match(stdout, /1 of 17 requirements have gaps/);
  }));

test('the gaps of an SPDX document are explained in the words of SPDX', () =>
  inSbom({ ...baseSpdx, creationInfo: { ...baseSpdx.creationInfo, comment: undefined } }, (file) => {
    const { stdout } = tureen(['sbom', 'check', file]);
    assert.match(stdout, /help: Write it in `creationInfo.comment`/);
    assert.match(stdout, /cisa-2026\/signature: SPDX has no place for a signature/);
  }));

test('only the first five places are shown, unless all are wanted', () =>
  inSbom(
    { ...baseCycloneDx, components: Array.from({ length: 8 }, (_, at) => ({ type: 'library', name: `x${at}` })) },
    (file) => {
      assert.match(tureen(['sbom', 'check', file]).stdout, /x4 has no version\n {2}and 3 more; --all shows them/);
      assert.match(tureen(['sbom', 'check', file, '--all']).stdout, /x7 has no version/);
    },
  ));

test('JSON counts each requirement and gives every gap with its place', () =>
  inSbom(gap, (file) => {
    const { code, stdout } = tureen(['sbom', 'check', file, '--json']);
    const { complete, format, components, profiles, diagnostics } = JSON.parse(stdout);
    assert.equal(code, 1);
    assert.deepEqual([complete, components], [false, 3]);
    assert.deepEqual(format, { family: 'CycloneDX', specVersion: '1.7', serialisation: 'json' });
    const counts = new Map(
      profiles[0].requirements.map(({ id, met, unknown, missing, notApplicable }: Record<string, unknown>) => [
        id,
        [met, unknown, missing, notApplicable],
      ]),
    );
    assert.deepEqual(counts.get('cisa-2026/hash'), [3, 0, 0, 0]);
    assert.deepEqual(counts.get('cisa-2026/context'), [0, 0, 1, 0]);
    assert.deepEqual(
      diagnostics.map(({ rule, severity, place }: Record<string, unknown>) => [rule, severity, place]),
      [['cisa-2026/context', 'error', { file, line: 1 }]],
    );
  }));

test('SARIF names the requirements that were asked and not the rules of a device', () =>
  inSbom(gap, (file) => {
    const { runs } = JSON.parse(tureen(['sbom', 'check', file, '--format', 'sarif']).stdout);
    const ids: string[] = runs[0].tool.driver.rules.map(({ id }: { id: string }) => id);
    assert.equal(ids.length, 17);
    assert.ok(ids.every((id) => id.startsWith('cisa-2026/')));
    assert.deepEqual(
      runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId),
      ['cisa-2026/context'],
    );
  }));

test('an entry that could not be read makes no complete SBOM', () =>
  inSbom({ ...baseCycloneDx, components: [...baseCycloneDx.components, 7] }, (file) => {
    const { code, stderr } = tureen(['sbom', 'check', file]);
    assert.equal(code, 1);
    assert.match(stderr, /components\.2/);
  }));

test('what is no SBOM, no file or no profile ends with 2 and one message', () =>
  inSbom({ some: 'thing' }, (file) => {
    for (const [words, message] of [
      [[file], /not CycloneDX/],
      [[`${file}.gone`], /gone/],
      [[file, '--profile', 'iso-1'], /there is no profile "iso-1"[\s\S]*ntia-2021, bsi-2.1, fda-2026, cisa-2026/],
    ] as const) {
      const { code, stderr, stdout } = tureen(['sbom', 'check', ...words]);
      assert.equal(code, 2);
      assert.match(stderr, message);
      assert.doesNotMatch(stderr, /\n\s+at /);
      assert.equal(stdout, '');
    }
  }));

test('an SBOM nested more deeply than any real one is refused', () =>
  inFolder((folder) => {
    const file = join(folder, 'deep.json');
    const depth = 100_000;
    writeFileSync(file, `{"bomFormat":"CycloneDX","specVersion":"1.6","x":${'['.repeat(depth)}${']'.repeat(depth)}}`);
    const { code, stderr } = tureen(['sbom', 'check', file]);
    assert.equal(code, 2);
    assert.match(stderr, /nested/);
  }));

test('explain tells a profile, and one requirement of it', () => {
  assert.match(tureen(['explain', 'bsi-2.1']).stdout, /bsi-2\.1\/sha512 .* must/);
  assert.match(tureen(['explain', 'bsi-2.1/sha512']).stdout, /CycloneDX: Add .*SHA-512[\s\S]*wrong: Another algorithm/);
  assert.match(tureen(['explain', 'fda-2026/metrics']).stdout, /beside the SBOM/);
  const { code, stderr } = tureen(['explain', 'bsi-2.1/md5']);
  assert.equal(code, 2);
  assert.match(stderr, /has no requirement "md5"/);
});

function inSbom(sbom: object, work: (file: string) => void): Promise<void> {
  return inFolder((folder) => {
    const file = join(folder, 'sbom.json');
    writeFileSync(file, JSON.stringify(sbom));
    work(file);
  });
}
