import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Reading } from '../../model/plugs/reader.ts';
import { mavenPom } from './maven-pom.ts';

const parent = `<groupId>org.example.app</groupId><artifactId>parent</artifactId>`;
const child = (inside: string, relativePath = '') =>
  pom(`<parent>${parent}<version>1</version>${relativePath}</parent><artifactId>child</artifactId>${inside}`);

test('a parent lies where its child says: in the folder above, in a folder or in a file', () => {
  const above = pom(`${parent}<version>1</version><properties><v>2.0</v></properties>`);
  const inside = dependencies('org.lib', 'core', '${v}');
  const places: readonly (readonly [string, string])[] = [
    ['pom.xml', ''],
    ['build/parent/pom.xml', '<relativePath>../build/parent</relativePath>'],
    ['build/parent.xml', '<relativePath>../build/parent.xml</relativePath>'],
  ];
  for (const [path, relativePath] of places) {
    const reading = read('child/pom.xml', { [path]: above, 'child/pom.xml': child(inside, relativePath) });
    assert.deepEqual(versions(reading), { 'org.example.app:child': '1', 'org.lib:core': '2.0' }, path);
  }
});

test('a pom where the parent should be is not the parent when its names or version differ', () => {
  const inside = dependencies('org.lib', 'core', '${v}');
  const properties = '<properties><v>2.0</v></properties>';
  for (const other of [
    `<groupId>org.other</groupId><artifactId>parent</artifactId><version>1</version>${properties}`,
    `<groupId>org.example.app</groupId><artifactId>base</artifactId><version>1</version>${properties}`,
    `${parent}<version>2</version>${properties}`,
  ]) {
    const reading = read('child/pom.xml', { 'pom.xml': pom(other), 'child/pom.xml': child(inside) });
    assert.equal(versions(reading)['org.lib:core'], 'range ${v}', other);
  }
});

test('a path that leaves the repository, or leads in a circle, ends the search', () => {
  const files = {
    'pom.xml': child(dependencies('org.lib', 'core', '${v}'), '<relativePath>../../../parent</relativePath>'),
  };
  assert.equal(versions(read('pom.xml', files))['org.lib:core'], 'range ${v}');
  const circle = pom(`<parent>${parent}<version>1</version></parent><artifactId>parent</artifactId>`);
  assert.equal(read('a/pom.xml', { 'a/pom.xml': circle, 'pom.xml': circle }).diagnostics.length, 0);
});

const list = (version: string) =>
  pom(`
  <groupId>org.example.app</groupId><artifactId>versions</artifactId><version>1</version><packaging>pom</packaging>
  <properties><v>${version}</v></properties>
  <dependencyManagement>${dependencies('org.lib', 'core', '${v}')}</dependencyManagement>`);
const importing = (...names: readonly string[]) =>
  `<dependencyManagement><dependencies>${names
    .map(
      (name) =>
        `<dependency><groupId>${name.split(':')[0] ?? ''}</groupId><artifactId>${name.split(':')[1] ?? ''}</artifactId>
       <version>1</version><type>pom</type><scope>import</scope></dependency>`,
    )
    .join('')}</dependencies></dependencyManagement>`;
const modules = '<modules><module>versions</module></modules>';

test('a list of versions that is a module of the repository is found', () => {
  const top = pom(`${parent}<version>1</version>${modules}${importing('org.example.app:versions')}
    <properties><v>9.9</v></properties>${dependencies('org.lib', 'core')}`);
  const reading = read('pom.xml', { 'pom.xml': top, 'versions/pom.xml': list('2.0') });
  assert.equal(versions(reading)['org.lib:core'], '2.0');
});

test('a version from a list does not count when a list before it, or the parent, is missing', () => {
  const files = (inside: string) => ({
    'pom.xml': pom(`${inside}${modules}${dependencies('org.lib', 'core')}`),
    'versions/pom.xml': list('2.0'),
  });
  const named = `<groupId>org.example.app</groupId><artifactId>top</artifactId><version>1</version>`;
  const after = files(`${named}${importing('org.example.app:versions', 'org.far:bom')}`);
  assert.equal(versions(read('pom.xml', after))['org.lib:core'], '2.0');
  const before = files(`${named}${importing('org.far:bom', 'org.example.app:versions')}`);
  assert.equal(versions(read('pom.xml', before))['org.lib:core'], 'range 2.0');
  const orphan = files(
    `<parent><groupId>org.far</groupId><artifactId>base</artifactId><version>1</version></parent>
     <artifactId>top</artifactId>${importing('org.example.app:versions')}`,
  );
  assert.equal(versions(read('pom.xml', orphan))['org.lib:core'], 'range 2.0');
});

test('lists of versions that import each other, or the same ones again and again, come to an end', () => {
  const names = Array.from({ length: 25 }, (_, index) => `list${index}`);
  const all = importing(...names.map((name) => `org.example.app:${name}`));
  const files = Object.fromEntries(
    names.map((name) => [
      `${name}/pom.xml`,
      pom(`<groupId>org.example.app</groupId><artifactId>${name}</artifactId><version>1</version>${all}`),
    ]),
  );
  const top = pom(`${parent}<version>1</version>${all}${dependencies('org.lib', 'core')}
    <modules>${names.map((name) => `<module>${name}</module>`).join('')}</modules>`);
  assert.match(versions(read('pom.xml', { ...files, 'pom.xml': top }))['org.lib:core'] ?? '', /^range/);
});

test('modules are opened only when they may hold what is missing', () => {
  const top = (name: string) =>
    pom(`${parent}<version>1</version>${modules}${importing(name)}${dependencies('org.lib', 'core')}`);
  const open = (name: string) => [
    ...opened('pom.xml', { 'pom.xml': top(name), 'versions/pom.xml': list('2.0') }).keys(),
  ];
  assert.deepEqual(open('org.far:bom'), ['pom.xml']);
  assert.deepEqual(open('org.example.other:bom'), ['pom.xml', 'versions/pom.xml']);
});

test('.mvn/maven.config sets properties and switches profiles on, which switches the default ones off', () => {
  const profile = (id: string, inside: string) => `<profile><id>${id}</id>${inside}</profile>`;
  const files = {
    '.mvn/maven.config': '-Drevision=3.1\n-Psite-a',
    'service/pom.xml':
      pom(`${parent}<version>\${revision}</version><properties><revision>0</revision><v>1</v></properties>
      ${dependencies('org.lib', 'core', '${v}')}<profiles>
      ${profile('site-a', '<properties><v>2</v></properties>')}
      ${profile('site-b', `<activation><activeByDefault>true</activeByDefault></activation>${dependencies('org.lib', 'b', '1')}`)}
      </profiles>`),
  };
  const reading = read('service/pom.xml', files);
  assert.deepEqual(versions(reading), { 'org.example.app:parent': '3.1', 'org.lib:core': '2', 'org.lib:b': '1' });
  assert.equal(reading.components.find(({ name }) => name === 'org.lib:b')?.scope, 'optional');
  const without = read('service/pom.xml', { 'service/pom.xml': files['service/pom.xml'] });
  assert.deepEqual(versions(without), { 'org.example.app:parent': '0', 'org.lib:core': '1', 'org.lib:b': '1' });
  assert.equal(without.components.find(({ name }) => name === 'org.lib:b')?.scope, 'runtime');
});

test('a profile that is on by itself switches the default one off, and one that the machine decides on is unknown', () => {
  const profile = (id: string, activation: string, inside: string) =>
    `<profile><id>${id}</id><activation>${activation}</activation>${inside}</profile>`;
  const always = '<property><name>!site</name></property>';
  const text =
    pom(`${parent}<version>1</version>${dependencies('org.lib', 'core', '${v}')}<properties><v>1</v></properties>
    <profiles>
    ${profile('main', '<activeByDefault>true</activeByDefault>', '<properties><v>2</v></properties>')}
    ${profile('always', always, dependencies('org.lib', 'a', '3'))}
    ${profile('arm', '<os><arch>aarch64</arch></os>', dependencies('org.lib', 'b', '4'))}
    </profiles>`);
  const reading = read('pom.xml', { 'pom.xml': text });
  assert.equal(versions(reading)['org.lib:core'], '1');
  assert.deepEqual(
    reading.components.filter(({ firstParty }) => !firstParty).map(({ name, scope }) => `${name} ${scope}`),
    ['org.lib:core runtime', 'org.lib:a runtime', 'org.lib:b unknown'],
  );
});

test('of a dependency that is declared twice the last declaration counts, and what a child says counts before', () => {
  const twice = `<dependencies>${dependency('org.lib', 'core', '1')}${dependency('org.lib', 'core', '2')}</dependencies>`;
  const files = {
    'pom.xml': pom(`${parent}<version>1</version>${twice}`),
    'child/pom.xml': child(dependencies('org.lib', 'core', '3')),
  };
  assert.equal(versions(read('pom.xml', files))['org.lib:core'], '2');
  assert.equal(versions(read('child/pom.xml', files))['org.lib:core'], '3');
});

const open = pom(`${parent}<version>1</version>${importing('org.far:bom')}${dependencies('org.lib', 'core')}`);
const answer = (version: string) => `org.example.app:parent:jar:1\n\\- org.lib:core:jar:${version}:compile\n`;

test('an effective pom of several modules fills in the versions of each, from a folder above too', () => {
  const project = (name: string, version: string) =>
    `<project><groupId>org.example.app</groupId><artifactId>${name}</artifactId><version>1</version>${dependencies('org.lib', 'core', version)}</project>`;
  const effective = `<projects>${project('other', '8.0')}${project('parent', '2.0')}</projects>`;
  assert.equal(
    versions(read('a/pom.xml', { 'a/pom.xml': open, 'effective-pom.xml': effective }))['org.lib:core'],
    '2.0',
  );
  const whole = read('effective-pom.xml', { 'effective-pom.xml': effective });
  assert.deepEqual(
    whole.components.filter(({ firstParty }) => !firstParty).map(({ purl }) => purl),
    ['pkg:maven/org.lib/core@8.0', 'pkg:maven/org.lib/core@2.0'],
  );
});

test('an answer of Maven fills in what no pom tells, and a range keeps being one', () => {
  const beside = read('a/pom.xml', { 'a/pom.xml': open, 'a/dependency-tree.txt': answer('2.0') });
  assert.equal(versions(beside)['org.lib:core'], '2.0');
  assert.deepEqual(beside.diagnostics, []);
  const above = read('a/pom.xml', { 'a/pom.xml': open, 'mvn-dependency-tree.txt': answer('2.0') });
  assert.equal(versions(above)['org.lib:core'], '2.0');
  const range = pom(`${parent}<version>1</version>${dependencies('org.lib', 'core', '[1,3)')}`);
  const ranged = read('pom.xml', { 'pom.xml': range, 'dependency-tree.txt': answer('2.0') }).components[1];
  assert.deepEqual([ranged?.version, ranged?.pinning], ['2.0', { kind: 'range', asked: '[1,3)' }]);
});

test('an answer about another project tells nothing, and a list only of the pom beside it', () => {
  const about = answer('2.0').replace(':parent:', ':other:');
  assert.match(
    versions(read('pom.xml', { 'pom.xml': open, 'dependency-tree.txt': about }))['org.lib:core'] ?? '',
    /^range/,
  );
  const listed = '\nThe following files have been resolved:\n   org.lib:core:jar:2.0:compile\n';
  const beside = read('a/pom.xml', { 'a/pom.xml': open, 'a/dependency-list.txt': listed });
  assert.equal(versions(beside)['org.lib:core'], '2.0');
  const above = read('a/pom.xml', { 'a/pom.xml': open, 'dependency-list.txt': listed });
  assert.match(versions(above)['org.lib:core'] ?? '', /^range/);
});

test('an effective pom beside a pom is an answer too', () => {
  const effective = pom(`${parent}<version>1</version>${dependencies('org.lib', 'core', '2.0')}`);
  const reading = read('pom.xml', { 'pom.xml': open, 'effective-pom.xml': effective });
  assert.equal(versions(reading)['org.lib:core'], '2.0');
});

test('what the repository builds itself is its own', () => {
  const files = {
    'pom.xml': pom(`${parent}<version>1-SNAPSHOT</version><modules><module>child</module></modules>`),
    'child/pom.xml': pom(`<parent>${parent}<version>1-SNAPSHOT</version></parent><artifactId>child</artifactId>
      ${dependencies('org.example.app', 'parent', '${project.version}')}`),
  };
  const [, needed] = read('child/pom.xml', files).components;
  assert.deepEqual([needed?.name, needed?.firstParty, needed?.pinning.kind], ['org.example.app:parent', true, 'exact']);
});

function pom(inside: string): string {
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">${inside}</project>`;
}

function dependencies(groupId: string, artifactId: string, version?: string): string {
  return `<dependencies>${dependency(groupId, artifactId, version)}</dependencies>`;
}

function dependency(groupId: string, artifactId: string, version?: string): string {
  const written = version === undefined ? '' : `<version>${version}</version>`;
  return `<dependency><groupId>${groupId}</groupId><artifactId>${artifactId}</artifactId>${written}</dependency>`;
}

function read(path: string, files: Readonly<Record<string, string>>): Reading {
  return mavenPom.read({ path, text: files[path] ?? '', companions: opened(path, files) });
}

/** Opens companions as a scan does: until nothing new is asked for. */
function opened(path: string, files: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const found = new Map([[path, files[path] ?? '']]);
  for (let before = 0; before < found.size;) {
    before = found.size;
    for (const wanted of mavenPom.companions?.(found, path, []) ?? []) {
      const text = files[wanted];
      if (text !== undefined) found.set(wanted, text);
    }
  }
  return found;
}

function versions({ components }: Reading): Readonly<Record<string, string>> {
  return Object.fromEntries(
    components.map(({ name, version, pinning }) => [
      name,
      version ?? (pinning.kind === 'exact' ? 'exact' : `${pinning.kind} ${pinning.asked}`),
    ]),
  );
}
