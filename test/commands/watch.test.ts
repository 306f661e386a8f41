import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { inFolder, tureen } from '../command-line.ts';
import { gitIn } from '../git-in.ts';

const example = 'examples/dermatology';

test('a device is released, changed, compared and watched, as a person does it', () =>
  inFolder((folder) => {
    const root = join(folder, 'device');
    cpSync(example, root, { recursive: true });
    const git = gitIn(root);
    git('init');
    git('add', '.');
    git('commit', '-m', 'one');
    git('tag', 'v2.4.1');
    const environment = { XDG_CACHE_HOME: join(folder, 'cache') };
    const run = (...words: readonly string[]) => tureen([...words, '--cwd', root], environment);
    const here = (path: string) => join(root, path);

    const nothing = run('watch');
    assert.equal(nothing.code, 2);
    assert.match(nothing.stderr, /no release is recorded under soup\/releases[^]*help: Record each with/);

    const released = run('release', '2.4.1', '--by', 'hbrandt', '--from', 'v2.4.1', '--supported-until', '2099-12-31');
    assert.equal(released.code, 0, released.stderr);
    assert.match(released.stderr, /this is a record and no approval: nothing was checked/);
    assert.match(
      readFileSync(here('soup/releases/2.4.1/release.yaml'), 'utf8'),
      /commit: [0-9a-f]{40}\n {2}name: v2\.4\.1/,
    );
    const unmoved = run('diff', '2.4.1', '--exit-code');
    assert.deepEqual([unmoved.code, unmoved.stdout, unmoved.stderr], [0, 'No component differs.\n', '']);

    const lock = here('viewer/package-lock.json');
    writeFileSync(
      lock,
      readFileSync(lock, 'utf8').replace(/("node_modules\/axios": \{\s+"version": ")[^"]+/, '$11.99.0'),
    );
    assert.equal(run('release', '2.5.0', '--by', 'hbrandt').code, 0);
    assert.match(
      run('diff', '2.4.1', '2.5.0').stdout,
      /^~ pkg:npm\/axios@1\.99\.0 {2}[\d.]+ → 1\.99\.0\n\n0 added, 0 removed, 1 changed\n$/,
    );

    git('add', '.');
    git('commit', '-m', 'two');
    git('tag', '2.4.1', 'v2.4.1');
    git('tag', '2.5.0');
    assert.equal(run('diff', '2.4.1', '2.5.0').code, 0, 'tags that hold what was frozen are no other thing');
    git('tag', '-f', '2.5.0', 'v2.4.1');
    const two = run('diff', '2.4.1', '2.5.0');
    assert.equal(two.code, 2);
    assert.match(
      two.stderr,
      /"2\.5\.0" is a release and also a commit[^]*Write release:2\.5\.0 [^]*refs\/tags\/2\.5\.0/,
    );
    assert.match(run('diff', 'release:2.4.1', 'release:2.5.0').stdout, /1 changed\n$/);
    assert.match(run('diff', 'refs/tags/2.5.0', 'release:2.5.0').stdout, /1 changed\n$/);

    const empty = run('watch', '--json');
    assert.deepEqual([empty.code, empty.stdout], [2, '']);
    assert.match(empty.stderr, /there is no advisory store/);

    assert.equal(run('sync').code, 0);
    assert.equal(run('evaluate').code, 1);
    assert.match(
      run('triage', '--release', '2.4.1', '--list').stderr,
      /next: `tureen triage --release 2\.4\.1` at a terminal [^]*`tureen triage \S+ --release 2\.4\.1 --status …`/,
    );
    const watched = run('watch', '--json');
    assert.equal(watched.code, 1);
    const { defects, releases, complete } = JSON.parse(watched.stdout);
    assert.equal(complete, true, watched.stderr);
    const ofAxios = defects.filter(({ findings }: { findings: { component: string }[] }) =>
      findings.some(({ component }) => component.startsWith('pkg:npm/axios@')),
    );
    assert.ok(ofAxios.length > 0);
    assert.ok(ofAxios.every((one: { releases: string[] }) => one.releases.join() === '2.4.1'));
    const evaluated = JSON.parse(readFileSync(here('soup/anomalies.lock.json'), 'utf8'));
    const open = evaluated.findings.filter(({ result }: { result: string }) => result !== 'not-affected');
    const young = releases.find(({ version }: { version: string }) => version === '2.5.0');
    assert.equal(young.results.affected + young.results.undetermined, open.length);
    assert.deepEqual(young.uncovered, evaluated.uncovered);
    assert.equal(run('watch', '--json').stdout, watched.stdout, 'two runs give the same bytes');

    const shown = run('watch');
    assert.equal(shown.code, 1);
    assert.match(
      shown.stdout,
      /^release 2\.4\.1 of [\d-]+, supported until 2099-12-31, no review names it: \d+ components/m,
    );
    assert.match(shown.stdout, /^data fetched .* \(today\), newest record .*, sha256:[0-9a-f]{64}$/m);
    assert.match(run('watch', '--format', 'markdown').stdout, /^## Releases in the field on/);

    const inventory = here('soup/releases/2.4.1/inventory.json');
    writeFileSync(inventory, readFileSync(inventory, 'utf8').replace('pkg:npm/axios@', 'pkg:npm/axios-safe@'));
    const changed = run('watch');
    assert.equal(changed.code, 1);
    assert.match(changed.stdout, /^release 2\.4\.1 could not be watched$/m);
    assert.match(changed.stderr, /inventory\.json was changed after it was frozen/);
    assert.match(run('check').stdout, /was changed after it was frozen/);
    assert.match(
      run('diff', 'release:2.4.1').stderr,
      /release 2\.4\.1 cannot be read: .*was changed after it was frozen/,
    );
  }));
