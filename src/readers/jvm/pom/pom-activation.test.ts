import assert from 'node:assert/strict';
import { test } from 'node:test';
import { growsEvenly } from '../../../../test/grows-evenly.ts';
import { parsePom } from './parse-pom.ts';
import { profileSwitch } from './pom-activation.ts';

const property = (name: string, value = '') =>
  `<property><name>${name}</name>${value && `<value>${value}</value>`}</property>`;

const activations: readonly (readonly [inside: string, expected: 'on' | 'off' | 'open'])[] = [
  ['', 'off'],
  ['<activeByDefault>true</activeByDefault>', 'off'],
  [property('site'), 'off'],
  [property('revision'), 'on'],
  [property('revision', '1'), 'on'],
  [property('revision', '2'), 'off'],
  [property('revision', '!2'), 'on'],
  [property('!site'), 'on'],
  [property('!revision'), 'off'],
  [property('site', '!off'), 'on'],
  [property('env.CI'), 'open'],
  [property('!env.CI'), 'open'],
  ['<jdk>[1.8,)</jdk>', 'on'],
  ['<jdk>(1.7,)</jdk>', 'on'],
  ['<jdk>[ 1.5 , )</jdk>', 'on'],
  ['<jdk>(1.8,)</jdk>', 'open'],
  ['<jdk>[11,)</jdk>', 'open'],
  ['<jdk>[1.8,17)</jdk>', 'open'],
  ['<jdk>[1.5,1.8)</jdk>', 'off'],
  ['<jdk>(,1.8]</jdk>', 'open'],
  ['<jdk>1.7</jdk>', 'off'],
  ['<jdk>!1.7</jdk>', 'on'],
  ['<jdk>17</jdk>', 'open'],
  ['<jdk>!17</jdk>', 'open'],
  ['<os><family>windows</family></os>', 'open'],
  ['<file><exists>a</exists></file>', 'open'],
  [`<jdk>[1.8,)</jdk>${property('site')}`, 'off'],
  [`<jdk>[1.8,)</jdk>${property('!site')}`, 'on'],
  [`<os><arch>arm</arch></os>${property('!site')}`, 'open'],
];

for (const [inside, expected] of activations) {
  test(`a profile with ${inside || 'no condition'} is ${expected}`, () => {
    const text = `<project><artifactId>a</artifactId><profiles><profile><id>p</id><activation>${inside}</activation></profile></profiles></project>`;
    const pom = parsePom(text);
    assert.ok('profiles' in pom);
    const [profile] = pom.profiles;
    assert.ok(profile);
    assert.equal(profileSwitch(profile.activation, new Map([['revision', '1']])), expected);
  });
}

test('a range of Java that is only space is read in linear time', () =>
  growsEvenly('a space', (size) => {
    const jdk = `[${' '.repeat(size)}8`;
    profileSwitch({ activeByDefault: false, property: undefined, jdk, hangsOnMachine: false }, new Map());
  }));
