import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expandProperties, parseMsbuildFile, type MsbuildFile } from './msbuild-file.ts';

const references: readonly (readonly [string, readonly string[]])[] = [
  ['<PackageReference Include="A" Version="1.0" />', ['A 1.0']],
  ['<PackageReference Include="A"><Version>1.0</Version></PackageReference>', ['A 1.0']],
  ['<PackageReference Include="A" />', ['A -']],
  ['<PackageReference Include="A; B ;" Version="1.0" />', ['A 1.0', 'B 1.0']],
  ['<PackageReference Include="A" Version="1.0" VersionOverride="2.0" />', ['A 2.0']],
  ['<PackageReference Include="A" Version="1.0" /><PackageReference Update="a" Version="2.0" />', ['A 2.0']],
  ['<PackageReference Update="A" Version="2.0" />', []],
  ['<PackageReference Include="A" Version="1" /><PackageReference Include="A" Version="2" />', ['A 1', 'A 2']],
  ['<PackageReference Include="A" Version="1" PrivateAssets="all" />', ['A 1 private all']],
  ['<PackageReference Include="A"><PrivateAssets>All</PrivateAssets></PackageReference>', ['A - private All']],
  ['<GlobalPackageReference Include="A" Version="1" />', ['A 1 private All']],
  ['<PackageVersion Include="A" Version="1" />', []],
];

for (const [items, expected] of references) {
  test(`${items} asks for ${expected.join(' and ') || 'nothing'}`, () => {
    const file = read(`<ItemGroup>${items}</ItemGroup>`);
    assert.deepEqual(
      file.references.map(({ name, version, privateAssets }) =>
        [name, version ?? '-', ...(privateAssets === undefined ? [] : ['private', privateAssets])].join(' '),
      ),
      expected,
    );
  });
}

const properties: readonly (readonly [string, string | undefined])[] = [
  ['<PropertyGroup><V>1</V></PropertyGroup>', '1'],
  ['<PropertyGroup><v>1</v></PropertyGroup>', '1'],
  ['<PropertyGroup><V>1</V></PropertyGroup><PropertyGroup><V>1</V></PropertyGroup>', '1'],
  ['<PropertyGroup><V>1</V></PropertyGroup><PropertyGroup><V>2</V></PropertyGroup>', undefined],
  [`<PropertyGroup><V Condition="'$(V)' == ''">1</V></PropertyGroup>`, undefined],
  [`<PropertyGroup Condition="'$(A)' == ''"><V>1</V></PropertyGroup>`, undefined],
  [`<Choose><When Condition="true"><PropertyGroup><V>1</V></PropertyGroup></When></Choose>`, undefined],
  ['<Choose><Otherwise><PropertyGroup><V>1</V></PropertyGroup></Otherwise></Choose>', undefined],
  ['<PropertyGroup><W>1</W><V>$(W).0</V></PropertyGroup>', '1.0'],
  ['<PropertyGroup><V>$(W)</V><W>$(V)</W></PropertyGroup>', undefined],
  ['<ItemGroup><V>1</V></ItemGroup>', undefined],
];

for (const [text, expected] of properties) {
  test(`$(V) is ${expected ?? 'not known'} after ${text}`, () => {
    assert.equal(expandProperties('$(V)', [read(text)]), expected);
  });
}

test('values that double from one to the next are not known, and take no time', () => {
  const doubling = Array.from({ length: 10 }, (_, level) => `<V${level}>${`$(V${level + 1})`.repeat(20)}</V${level}>`);
  const file = read(`<PropertyGroup>${doubling.join('')}<V10>1</V10></PropertyGroup>`);
  assert.equal(expandProperties('$(V0)', [file]), undefined);
  assert.equal(expandProperties('$(V9)', [file]), '1'.repeat(20));
});

test('the first file that sets a property counts', () => {
  const files = ['1', '2'].map((value) => read(`<PropertyGroup><V>${value}</V></PropertyGroup>`));
  assert.equal(expandProperties('v$(V)', files), 'v1');
});

function read(inside: string): MsbuildFile {
  const file = parseMsbuildFile(
    `<Project xmlns="http://schemas.microsoft.com/developer/msbuild/2003">${inside}</Project>`,
  );
  assert.ok(!('message' in file));
  return file;
}
