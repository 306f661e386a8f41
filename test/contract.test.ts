import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { inFolder, onExampleDay, tureen } from './command-line.ts';

const example = 'examples/dermatology';

test('scan prints one row for each distinct name and version of an ecosystem, with the keys that scripts rely on', () => {
  const { code, stdout } = tureen(['scan', example, '--format', 'json', '-o', '-']);
  const { components, files, diagnostics } = JSON.parse(stdout);
  assert.equal(code, 0);
  assert.ok(Array.isArray(diagnostics));
  assert.ok(components.length >= 700, `${components.length} components`);
  const keys = components.map(
    ({ purl, name, version }: { purl: string; name: string; version: string }) =>
      `${purl.split(/[:/]/)[1]} ${name} ${version}`,
  );
  assert.equal(new Set(keys).size, components.length);
  for (const component of components) {
    assert.match(component.purl, /^pkg:/);
    assert.match(component.scope, /^(runtime|optional|development|unknown)$/);
    assert.match(component.relation, /^(direct|transitive|unknown)$/);
    assert.equal(typeof component.firstParty, 'boolean');
    assert.ok(
      component.foundAt.every(({ file, line }: { file: string; line: number }) => typeof file === 'string' && line > 0),
    );
    assert.ok([component.hashes, component.licences, component.dependsOn].every(Array.isArray));
  }
  assert.deepEqual(files.map(({ path, status }: { path: string; status: string }) => `${status} ${path}`).slice(0, 3), [
    'read image/var/lib/dpkg/status',
    'read service/uv.lock',
    'read site-check/requirements.txt',
  ]);
});

test('two runs of scan give the same bytes', () => {
  const environment = { SOURCE_DATE_EPOCH: '1767225600' };
  for (const format of ['json', 'cyclonedx-json', 'spdx-json']) {
    const words = ['scan', example, '--format', format];
    assert.equal(tureen(words, environment).stdout, tureen(words, environment).stdout);
  }
});

test('sync, evaluate, check and status work together, offline, on a copy of the example', () =>
  inFolder((folder) => {
    cpSync(example, join(folder, 'device'), { recursive: true });
    const device = ['--cwd', join(folder, 'device')];
    const cache = { ...onExampleDay, XDG_CACHE_HOME: join(folder, 'cache') };

    const empty = tureen(['evaluate', '--json', ...device], cache);
    assert.equal(empty.code, 2);
    assert.match(empty.stderr, /there is no advisory store: the file ".*" does not exist\nhelp: .*`tureen sync/);
    assert.equal(empty.stdout, '');

    assert.equal(tureen(['sync', '--from', resolve(example, 'advisories'), ...device], cache).code, 0);
    assert.ok(existsSync(join(folder, 'cache', 'tureen')));

    const evaluated = tureen(['evaluate', '--json', ...device], cache);
    assert.equal(evaluated.code, 1);
    const { data, findings, uncovered } = JSON.parse(evaluated.stdout);
    assert.equal(data.ageDays, 0);
    assert.match(data.hash, /^sha256:[0-9a-f]{64}$/);
    assert.deepEqual(
      [...new Set(findings.map(({ result }: { result: string }) => result))].toSorted((a, b) =>
        String(a) < String(b) ? -1 : 1,
      ),
      ['affected', 'not-affected', 'undetermined'],
    );
    assert.ok(
      findings.every(
        ({ component, id, aliases, why }: Record<string, unknown>) => component && id && Array.isArray(aliases) && why,
      ),
    );
    assert.ok(uncovered.length > 0);
    assert.ok(existsSync(join(folder, 'device', 'soup', 'anomalies.lock.json')));

    const checked = tureen(['check', '--json', ...device], cache);
    assert.equal(checked.code, 1);
    const { diagnostics } = JSON.parse(checked.stdout);
    assert.ok(
      diagnostics.every(
        ({ line, file }: { line: number; file: string }) =>
          typeof file === 'string' && (line === undefined || line > 0),
      ),
    );

    const verdictRules = /^81001-5-1\/(?:finding|verdict)-|^62304\/verdict-|^records\/verdict-/;
    assert.deepEqual(
      diagnostics
        .filter(({ rule }: { rule: string }) => verdictRules.test(rule))
        .map(({ rule, message }: { rule: string; message: string }) => `${rule} ${/[A-Z]+-[\w-]+/.exec(message)?.[0]}`)
        .toSorted(),
      [
        '81001-5-1/finding-judged CVE-2025-48379',
        '81001-5-1/finding-judged CVE-2026-25639',
        '81001-5-1/verdict-again OSV-2022-715',
        '81001-5-1/verdict-expired DEBIAN-CVE-2026-123633',
        '81001-5-1/verdict-response CVE-2025-54121',
        'records/verdict-approver CVE-2025-32434',
      ],
      'the example’s README tells what is open',
    );

    const triage = (...words: readonly string[]) => tureen(['triage', ...words, ...device], cache);
    const listed = triage('--list', '--json');
    assert.equal(listed.code, 1);
    const waiting = (text: string) => JSON.parse(text).anomalies.map(({ id }: { id: string }) => id);
    assert.deepEqual(waiting(listed.stdout).toSorted(), [
      'CVE-2025-48379',
      'CVE-2026-25639',
      'DEBIAN-CVE-2026-123633',
      'OSV-2022-715',
    ]);
    const said = [
      '--status',
      'not_affected',
      '--justification',
      'vulnerable_code_not_present',
      '--reason',
      'Not built',
    ];
    const { code, stderr, stdout } = triage('CVE-2026-25639', ...said);
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /the verdict has no by\nhelp: Add --by/);
    assert.equal(triage('CVE-2026-25639', ...said, '--by', 'ademir').code, 0);
    assert.equal(triage('--packages', 'pkg:pypi/*', ...said, '--by', 'jkeller').code, 0);
    assert.deepEqual(waiting(triage('--list', '--json').stdout), ['DEBIAN-CVE-2026-123633']);

    const { questions } = JSON.parse(tureen(['status', '--json', ...device], cache).stdout);
    assert.deepEqual(
      questions.map(({ id }: { id: number }) => id),
      [1, 2, 3, 4, 5, 6, 7, 8],
    );
    for (const { answer, evidence, missing } of questions) {
      assert.match(answer, /^(yes|no|not-yet)$/);
      assert.ok(Array.isArray(evidence) && Array.isArray(missing));
      if (answer === 'yes') assert.deepEqual(missing, []);
    }
  }));

test('init --yes asks nothing, and the device can be checked', () =>
  inFolder((folder) => {
    cpSync(join(example, 'viewer', 'package-lock.json'), join(folder, 'package-lock.json'));
    const { code, stderr } = tureen(['init', '--yes', '--cwd', folder]);
    assert.equal(code, 0, stderr);
    assert.ok(readFileSync(join(folder, 'tureen.yaml'), 'utf8').includes('softwareItems:'));
    assert.equal(tureen(['check', '--cwd', folder]).code, 1);
  }));

const wrongUse: readonly (readonly [readonly string[], RegExp])[] = [
  [['scna'], /unknown command 'scna'[\s\S]*scan/],
  [['scan', '--frmat', 'json'], /unknown option '--frmat'[\s\S]*--format/],
  [['scan', '--format', 'xml'], /'xml' is invalid/],
  [['scan', 'no-such-folder'], /there is no folder "[^"]*no-such-folder"/],
  [['scan', example, '--format', 'cyclonedx-json', '--spec', '0.9'], /is not written in version "0.9"[\s\S]*1.6/],
  [['report', 'no-such-report', '--cwd', example], /there is no report "no-such-report"[\s\S]*soup-list/],
  [['explain', '99.9'], /there is no rule or clause "99.9"/],
];

for (const [words, message] of wrongUse) {
  test(`tureen ${words.join(' ')} ends with 2, one message, and no stack trace`, () => {
    const { code, stderr, stdout } = tureen(words);
    assert.equal(code, 2);
    assert.match(stderr, message);
    assert.doesNotMatch(stderr, /\n\s+at /);
    assert.equal(stdout, '');
  });
}

test('a folder without tureen.yaml is said to have none', () =>
  inFolder((folder) => {
    const { code, stderr } = tureen(['check', '--cwd', folder]);
    assert.equal(code, 2);
    assert.match(stderr, /there is no tureen.yaml here[\s\S]*tureen init/);
  }));

test('an empty folder is no success', () =>
  inFolder((folder) => {
    const { code, stderr } = tureen(['scan', folder]);
    assert.equal(code, 1);
    assert.match(stderr, /no components were found/);
  }));
