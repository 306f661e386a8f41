import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDevice } from '../../../test/base-device.ts';
import { memoryHost } from '../../../test/memory-host.ts';
import {
  dispositionsWith,
  itemWithSources,
  noHazard,
  ownChangelog,
  withList,
} from '../../rules/examples/with-anomalies.ts';
import { bindClasses } from './bind-classes.ts';
import { confirmAnomalies } from './confirm-anomalies.ts';
import { listAnomalies } from './list-anomalies.ts';

const file = 'soup/dispositions/npm-left-pad.yaml';
const all = { entries: [], labels: [], words: [], by: 'ada' };
const told = [
  { id: 'fix 1.3.1 aa', fixedIn: '1.3.1' },
  { id: 'fix 1.3.2 bb', fixedIn: '1.3.2' },
];
const ofClass = noHazard.replace('entries: { fix 1.3.1 aa: aa01bb02 }', 'matching: { labels: [Fixed] } # ours');

function device(dispositions: string) {
  const files = {
    ...baseDevice,
    ...itemWithSources(ownChangelog),
    ...withList({ told }),
    ...dispositionsWith(dispositions),
  };
  return memoryHost(files, { today: '2026-11-15' });
}

async function standings(host: ReturnType<typeof device>) {
  const files = {
    ...baseDevice,
    ...itemWithSources(ownChangelog),
    ...withList({ told }),
    [file]: host.written.get(file) ?? '',
  };
  const [item] = await listAnomalies(memoryHost(files, { today: '2026-11-15' }), []);
  return item?.entries.map(({ anomaly, standing }) => `${anomaly.id} ${standing.kind}`);
}

test('what was judged for another version is confirmed for this one, with its reason, below what was said before', async () => {
  const host = device(noHazard.replace('1.3.0', '1.2.0'));
  assert.equal((await confirmAnomalies(host, 'left-pad', all)).entries, 1);
  assert.match(
    host.written.get(file) ?? '',
    /versions: \[1\.2\.0\][\s\S]*reason: The label shows no emoji\n {4}versions:\n {6}- 1\.3\.0\n {4}by: ada\n {4}on: 2026-11-15/,
  );
  assert.deepEqual(await standings(host), ['fix 1.3.1 aa judged', 'fix 1.3.2 bb open']);
});

test('a class of the very day of the list is asked again, and confirmed it is bound', async () => {
  const host = device(ofClass.replace('2026-11-12', '2026-11-10'));
  assert.equal((await confirmAnomalies(host, 'left-pad', { ...all, labels: ['Fixed'] })).entries, 2);
  assert.match(
    host.written.get(file) ?? '',
    /fix 1\.3\.2 bb: aa01bb02cc03\n {4}matching:\n {6}labels:\n {8}- Fixed\n {4}list: sha256:/,
  );
  assert.deepEqual(await standings(host), ['fix 1.3.1 aa judged', 'fix 1.3.2 bb judged']);
});

test('what says something else than when it was judged is confirmed by its name alone', async () => {
  const changed = noHazard.replace('aa01bb02', 'ffffffff').replace('1.3.0', '1.2.0');
  await assert.rejects(
    confirmAnomalies(device(changed), 'left-pad', all),
    /nobody who judged can have seen what fix 1\.3\.1 aa says now/,
  );
  const host = device(changed);
  assert.equal((await confirmAnomalies(host, 'left-pad', { ...all, entries: ['fix 1.3.1 aa'] })).entries, 1);
  const one = 'entries: { fix 1.3.1 aa: aa01bb02, fix 1.3.2 bb: ffffffff }';
  const some = noHazard.replace('entries: { fix 1.3.1 aa: aa01bb02 }', one).replace('1.3.0', '1.2.0');
  assert.deepEqual((await confirmAnomalies(device(some), 'left-pad', all)).left, ['fix 1.3.2 bb']);
});

test('some are confirmed alone', async () => {
  const host = device(ofClass.replace('2026-11-12', '2026-11-10'));
  assert.equal((await confirmAnomalies(host, 'left-pad', { ...all, words: ['1.3.2'] })).entries, 1);
  assert.deepEqual(await standings(host), ['fix 1.3.1 aa again', 'fix 1.3.2 bb judged']);
});

test('what nobody has judged cannot be confirmed, and nobody unknown confirms', async () => {
  await assert.rejects(confirmAnomalies(device(noHazard), 'left-pad', all), /nothing of this was judged before/);
  await assert.rejects(confirmAnomalies(device(ofClass), 'left-pad', { ...all, by: 'eve' }), /nobody under people/);
});

test('an older class is bound to what it holds for, its author, day and comments stay', async () => {
  const host = device(ofClass);
  assert.equal((await bindClasses(host, 'left-pad')).entries, 2);
  assert.match(
    host.written.get(file) ?? '',
    /# ours[\s\S]*by: ada\n {4}on: 2026-11-12\n {4}entries:\n {6}fix 1\.3\.1 aa: aa01bb02cc03\n {6}fix 1\.3\.2 bb: aa01bb02cc03\n {4}list: sha256:/,
  );
  assert.deepEqual(await standings(host), ['fix 1.3.1 aa judged', 'fix 1.3.2 bb judged']);
});

test('binding judges nothing: a class that holds for nothing by its day is refused', async () => {
  const host = device(ofClass.replace('2026-11-12', '2026-11-10'));
  await assert.rejects(bindClasses(host, 'left-pad'), /no class .* holds for anything by its day alone/);
  assert.equal(host.written.size, 0);
});
