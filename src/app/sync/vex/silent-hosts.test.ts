import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HostError } from '../../../base/errors.ts';
import { documents, silentHosts, type SilentHosts } from './silent-hosts.ts';

const answers = () => Promise.resolve('answer');
const says = (isSilence: boolean) => () => Promise.reject(new HostError('no', 'help', undefined, { isSilence }));
const asked = (hosts: SilentHosts, host: string, question: () => Promise<string>, kind = documents) =>
  hosts.ask(host, kind, question).catch((error: unknown) => (error instanceof HostError ? error.message : 'a bug'));

test('a host is left alone after three silences in a row, until then any answer counts, and a refusal is none', async () => {
  const hosts = silentHosts();
  for (const question of [says(true), says(true), answers, says(true), says(false), says(true)])
    assert.match(await asked(hosts, 'a', question), /^(?:no|answer)$/);
  assert.ok(!hosts.isLeft('a'));
  await asked(hosts, 'a', says(true));
  assert.ok(hosts.isLeft('a'));
  const told = 'a said nothing too often, and was not asked';
  assert.deepEqual([await asked(hosts, 'a', answers), await asked(hosts, 'a', answers, '.asc')], [told, told]);
  assert.equal(await asked(hosts, 'b', answers), 'answer');
});

test('after a dozen silences only who was never silent is asked any more, so that many hosts do not keep a run for days', async () => {
  const hosts = silentHosts();
  await asked(hosts, 'good', answers);
  for (let host = 0; host < 12; host++) {
    await asked(hosts, 'wavering', answers);
    assert.equal(await asked(hosts, host === 0 ? 'wavering' : `${host}`, says(true)), 'no');
  }
  for (const host of ['wavering', '1', 'new']) assert.match(await asked(hosts, host, answers), /was not asked$/);
  assert.equal(await asked(hosts, 'good', answers), 'answer');
});
