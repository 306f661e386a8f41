import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tureen } from '../../test/command-line.ts';

const escape = '\x1b[';
const command = ['explain', '62304/manufacturer'];

const rows: readonly (readonly [NodeJS.ProcessEnv, readonly string[], isPainted: boolean])[] = [
  [{ FORCE_COLOR: '1' }, [], true],
  [{ FORCE_COLOR: '3', TERM: 'dumb' }, [], true],
  [{ FORCE_COLOR: '1', NO_COLOR: '1' }, [], false],
  [{ FORCE_COLOR: '1' }, ['--no-color'], false],
  [{ FORCE_COLOR: '0' }, [], false],
  [{ FORCE_COLOR: '' }, [], false],
  [{ FORCE_COLOR: '0', NO_COLOR: '1' }, [], false],
  [{ TERM: 'dumb' }, [], false],
  [{}, [], false],
];

for (const [environment, words, isPainted] of rows) {
  const given = [...Object.entries(environment).map(([name, value]) => `${name}=${value ?? ''}`), ...words].join(' ');
  test(`in a pipe with ${given || 'nothing said'} text is ${isPainted ? 'painted' : 'plain'}, and nobody is warned`, () => {
    const said = { NO_COLOR: '', FORCE_COLOR: undefined, NODE_DISABLE_COLORS: undefined, ...environment };
    const { stdout, stderr } = tureen([...words, ...command], said);
    assert.equal(stdout.includes(escape), isPainted);
    assert.doesNotMatch(stderr, /_COLOR/);
  });
}
