import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mavenConfigPaths, parseMavenConfig } from './maven-config.ts';

const configs: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
  ['--builder\nsmart\n--threads=1C\n--no-transfer-progress', {}, []],
  ['-Drevision=1.2 -DskipTests\n', { revision: '1.2', skipTests: 'true' }, []],
  ['-D revision=1.2\n--define\nsha1=-abc=', { revision: '1.2', sha1: '-abc=' }, []],
  ['--define=revision=1.2', { revision: '1.2' }, []],
  ['-Psite-a,!site-b,-site-c,+site-d,?site-e', {}, ['site-a', 'site-d', 'site-e']],
  ['-P\nsite-a\n--activate-profiles=site-b', {}, ['site-a', 'site-b']],
  ['# -Drevision=1.2\r\n-Dchangelist=\r\n', { changelist: '' }, []],
];

for (const [text, properties, profiles] of configs) {
  test(`${JSON.stringify(text)} is read as Maven's command line`, () => {
    const config = parseMavenConfig(text);
    assert.deepEqual(Object.fromEntries(config.properties), properties);
    assert.deepEqual([...config.profiles], profiles);
  });
}

test('the configuration lies in the folder of the pom or above it', () => {
  assert.deepEqual(mavenConfigPaths('a/pom.xml'), ['a/.mvn/maven.config', '.mvn/maven.config']);
});
