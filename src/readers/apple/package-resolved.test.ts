import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { packageResolved } from './package-resolved.ts';

const manifests: readonly (readonly [
  title: string,
  path: string,
  files: Readonly<Record<string, string>>,
  says: string,
])[] = [
  ['without a manifest nobody knows what is direct', 'Package.resolved', {}, 'a unknown, b unknown'],
  [
    'Package.swift beside it names what is direct, whatever the spelling',
    'app/Package.resolved',
    { 'app/Package.swift': '.package(url: "git@git.example:X/A.git", from: "1.0.0"),' },
    'a direct, b transitive',
  ],
  [
    'a comment asks for nothing, and an address is none',
    'Package.resolved',
    {
      'Package.swift': '// .package(url: "https://git.example/x/a")\n/* .package(url: "https://git.example/x/b") ** */',
    },
    'a transitive, b transitive',
  ],
  [
    'a folder of the product asks too',
    'Package.resolved',
    {
      'Package.swift': '.package(name: "Lib", path: "lib"), .package(path: "Lib2")',
      'lib/Package.swift': '.package(url: "https://git.example/x/b", branch: "main"), .package(path: "..")',
      'Lib2/Package.swift': '',
    },
    'a transitive, b direct',
  ],
  [
    'where a folder is missing, nobody knows what it asks for',
    'Package.resolved',
    { 'Package.swift': '.package(url: "https://git.example/x/a", from: "1"), .package(path: "../../lib")' },
    'a direct, b unknown',
  ],
  [
    'a project of Xcode names what is direct',
    'P.xcodeproj/project.xcworkspace/xcshareddata/swiftpm/Package.resolved',
    { 'P.xcodeproj/project.pbxproj': 'repositoryURL = "https://git.example/x/a";' },
    'a direct, b transitive',
  ],
  [
    'an older project may hold local packages',
    'P.xcodeproj/project.xcworkspace/xcshareddata/swiftpm/Package.resolved',
    {
      'P.xcodeproj/project.pbxproj':
        'repositoryURL = "https://git.example/x/a"; lastKnownFileType = wrapper; path = Lib;',
    },
    'a direct, b unknown',
  ],
  [
    'a workspace of Xcode asks for what its projects do',
    'ios/W.xcworkspace/xcshareddata/swiftpm/Package.resolved',
    {
      'ios/W.xcworkspace/contents.xcworkspacedata':
        '<FileRef\n location = "group:One/One.xcodeproj">\n<FileRef location = "container:Two.xcodeproj">',
      'ios/One/One.xcodeproj/project.pbxproj': 'repositoryURL = "https://git.example/x/a";',
      'ios/Two.xcodeproj/project.pbxproj': 'isa = XCLocalSwiftPackageReference;\n\t\t\trelativePath = "../Lib";',
      'Lib/Package.swift': '.package(url: "https://git.example/x/b", from: "1")',
    },
    'a direct, b direct',
  ],
];

for (const [title, path, files, says] of manifests) {
  test(title, () => {
    const text = JSON.stringify({ version: 2, pins: [pin('a'), pin('b')] });
    const all = new Map(Object.entries({ [path]: text, ...files }));
    const opened = new Map([[path, text]]);
    for (let size = 0; size < opened.size;) {
      size = opened.size;
      for (const file of packageResolved.companions?.(opened, path, []) ?? []) {
        const found = all.get(file);
        if (found !== undefined) opened.set(file, found);
      }
    }
    const { components } = packageResolved.read({ path, text, companions: opened });
    assert.equal(components.map(({ name, relation }) => `${name.slice(-1)} ${relation}`).join(', '), says);
  });
}

test('no text makes it throw', () => {
  const path = 'P.xcodeproj/project.xcworkspace/xcshareddata/swiftpm/Package.resolved';
  const text = JSON.stringify({ version: 2, pins: [pin('a')] });
  fc.assert(
    fc.property(fc.string(), (any) => {
      packageResolved.read({ path: 'Package.resolved', text: any, companions: new Map([['Package.swift', any]]) });
      packageResolved.read({ path, text, companions: new Map([['P.xcodeproj/project.pbxproj', any]]) });
    }),
  );
});

function pin(name: string) {
  return {
    identity: name,
    kind: 'remoteSourceControl',
    location: `https://git.example/x/${name}.git`,
    state: { version: '1.0.0', revision: '0a'.repeat(20) },
  };
}
