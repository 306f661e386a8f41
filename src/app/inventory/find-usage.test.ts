import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryHost } from '../../../test/memory-host.ts';
import { component } from '../../../test/sample-component.ts';
import type { Component } from '../../model/component.ts';
import type { ImportSite } from '../../model/inventory/usage.ts';
import { findUsage } from './find-usage.ts';

const at = (file: string): Partial<Component> => ({ foundAt: [{ file, line: 1 }] });

/** Each case: the components, the files, and where each component is imported, with what is special about it. */
const cases: readonly {
  readonly says: string;
  readonly components: readonly Component[];
  readonly files: Readonly<Record<string, string>>;
  readonly imports: readonly string[];
}[] = [
  {
    says: 'a package is found by the name that it is imported by, whatever the distribution is called',
    components: ['opencv-python', 'pyyaml', 'scikit-learn', 'ruamel-yaml', 'torch'].map((name) =>
      component(`pkg:pypi/${name}@1`, at('uv.lock')),
    ),
    files: {
      'a.py': 'import cv2, yaml\nfrom sklearn import svm\nfrom ruamel.yaml import YAML\nimport torch.nn as nn\n',
    },
    imports: [
      'pkg:pypi/opencv-python@1 a.py:1 by-name',
      'pkg:pypi/pyyaml@1 a.py:1 by-name',
      'pkg:pypi/ruamel-yaml@1 a.py:3 by-name',
      'pkg:pypi/scikit-learn@1 a.py:2 by-name',
      'pkg:pypi/torch@1 a.py:4 by-name',
    ],
  },
  {
    says: 'a module of the product is not taken for a package of the same name',
    components: ['redis', 'utils', 'schema'].map((name) => component(`pkg:pypi/${name}@1`, at('uv.lock'))),
    files: {
      'src/app/__init__.py': '',
      'src/app/redis.py': '',
      'src/utils.py': '',
      'src/schema/part.py': '',
      'src/app/main.py': 'import redis\nimport utils\nfrom schema import part\n',
    },
    imports: ['pkg:pypi/redis@1 src/app/main.py:1 by-name'],
  },
  {
    says: 'a workspace package and a path alias are the product’s own',
    components: [
      component('pkg:npm/%40acme/core@1', { firstParty: true }),
      component('pkg:npm/shared@1'),
      component('pkg:npm/zod@1'),
    ],
    files: {
      'tsconfig.json':
        '{ // aliases\n "compilerOptions": { "paths": { "shared/*": ["./src/shared/*"], "z": ["./z.ts"], } } }',
      'src/a.ts': "import '@acme/core';\nimport 'shared/x';\nimport 'zod';\n",
    },
    imports: ['pkg:npm/zod@1 src/a.ts:3 exact'],
  },
  {
    says: 'of two projects each imports from its own lockfile, and neither from the other',
    components: [
      component('pkg:npm/react@18', at('one/package-lock.json')),
      component('pkg:npm/react@19', at('two/package-lock.json')),
      component('pkg:npm/zod@1', at('two/package-lock.json')),
    ],
    files: { 'one/src/a.js': "require('react'); require('zod')", 'two/b.js': "import 'react'" },
    imports: ['pkg:npm/react@18 one/src/a.js:1 exact', 'pkg:npm/react@19 two/b.js:1 exact'],
  },
  {
    says: 'sources beside the folder of the only lockfile import from it',
    components: [component('pkg:pypi/numpy@2', at('build/requirements.txt'))],
    files: { 'src/a.py': 'import numpy\n' },
    imports: ['pkg:pypi/numpy@2 src/a.py:1 by-name'],
  },
  {
    says: 'of two versions in one lockfile the one that the product asks for is meant',
    components: [
      component('pkg:npm/debug@2', { relation: 'transitive' }),
      component('pkg:npm/debug@4', { relation: 'direct' }),
    ],
    files: { 'a.js': "import 'debug'" },
    imports: ['pkg:npm/debug@4 a.js:1 exact'],
  },
  {
    says: 'the longest module path of Go and the longest group of Maven are meant',
    components: [
      component('pkg:golang/github.com/aws/sdk@v1', { name: 'github.com/aws/sdk', ...at('go.mod') }),
      component('pkg:golang/github.com/aws/sdk/s3@v1', { name: 'github.com/aws/sdk/s3', ...at('go.mod') }),
      component('pkg:maven/org.slf4j/slf4j-api@2', { name: 'org.slf4j:slf4j-api', ...at('pom.xml') }),
      component('pkg:maven/org.spring/core@6', { name: 'org.spring:core', ...at('pom.xml') }),
      component('pkg:maven/org.spring/web@6', { name: 'org.spring:web', ...at('pom.xml') }),
    ],
    files: {
      'a.go': 'package a\nimport "github.com/aws/sdk/s3/types"\nimport "github.com/aws/sdk/ec2"\n',
      'A.java': 'package acme.a;\nimport org.slf4j.Logger;\nimport org.spring.web.X;\nimport acme.a.B;\n',
    },
    imports: [
      'pkg:golang/github.com/aws/sdk/s3@v1 a.go:2 exact',
      'pkg:golang/github.com/aws/sdk@v1 a.go:3 exact',
      'pkg:maven/org.slf4j/slf4j-api@2 A.java:2 by-name',
      'pkg:maven/org.spring/core@6 A.java:3 one-of-several',
      'pkg:maven/org.spring/web@6 A.java:3 one-of-several',
    ],
  },
  {
    says: 'a crate is found by its name with a dash, and by the name that Cargo.toml gives it',
    components: ['tokio-util', 'openssl-sys', 'serde'].map((name) =>
      component(`pkg:cargo/${name}@1`, at('Cargo.lock')),
    ),
    files: {
      'Cargo.toml': '[dependencies]\nserde = "1"\ntls = { package = "openssl-sys", version = "1" }\n',
      'src/a.rs': 'use tokio_util::codec;\nuse tls::init;\nfn f() { serde::ser(1); }\n',
    },
    imports: [
      'pkg:cargo/openssl-sys@1 src/a.rs:2 exact',
      'pkg:cargo/serde@1 src/a.rs:3 by-name',
      'pkg:cargo/tokio-util@1 src/a.rs:1 exact',
    ],
  },
  {
    says: 'a Go module is found by the path that go.mod replaces',
    components: [component('pkg:golang/github.com/fork/zip@v3', { name: 'github.com/fork/zip', ...at('go.mod') })],
    files: {
      'go.mod':
        'module example.com/a\n\nreplace (\n\tgithub.com/old/zip v3.1.0 => github.com/fork/zip v3.2.0\n\tb.example/c => ../c\n)\n',
      'a.go': 'package a\nimport "github.com/old/zip/reader"\n',
    },
    imports: ['pkg:golang/github.com/fork/zip@v3 a.go:2 exact'],
  },
  {
    says: 'headers, modules and features are matched by name, without the product’s own headers',
    components: [
      component('pkg:conan/boost@1', at('conan.lock')),
      component('pkg:conan/pump@1', at('conan.lock')),
      component('pkg:nuget/Serilog@4', at('packages.lock.json')),
      component('pkg:gem/activesupport@7', at('Gemfile.lock')),
      component('pkg:gem/rest-client@2', at('Gemfile.lock')),
      component('pkg:pub/http@1', at('pubspec.lock')),
      component('pkg:swift/github.com/apple/swift-log@1', at('Package.resolved')),
      component('pkg:cocoapods/Alamofire@5', at('Podfile.lock')),
    ],
    files: {
      'src/a.cpp': '#include <boost/asio.hpp>\n#include "pump/motor.h"\n',
      'include/pump/motor.h': '',
      'A.cs': 'using Serilog.Events;\n',
      'a.rb': "require 'rest_client'\n",
      'a.dart': "import 'package:http/http.dart';\n",
      'A.swift': 'import Alamofire\n',
    },
    imports: [
      'pkg:cocoapods/Alamofire@5 A.swift:1 by-name',
      'pkg:conan/boost@1 src/a.cpp:1 by-name',
      'pkg:gem/rest-client@2 a.rb:1 by-name',
      'pkg:nuget/Serilog@4 A.cs:1 by-name',
      'pkg:pub/http@1 a.dart:1 exact',
    ],
  },
  {
    says: 'what an installed distribution says of its modules is believed',
    components: [component('pkg:pypi/odd-name@1', at('requirements.txt'))],
    files: {
      'env/lib/odd_name-1.0.dist-info/top_level.txt': 'strange\n',
      'a.py': 'import strange.part\n',
    },
    imports: ['pkg:pypi/odd-name@1 a.py:1 by-name'],
  },
  {
    says: 'copies of others’ code, generated files and ignored ones are not the product’s own',
    components: [component('pkg:npm/react@19')],
    files: {
      'vendor/a.js': "import 'react'",
      'node_modules/x/a.js': "import 'react'",
      'src/third_party/a.js': "import 'react'",
      'dist/bundle.js': "import 'react'",
      'src/a.min.js': "import 'react'",
      'src/api.ts': "/* @generated */ import 'react'",
      'ignored/a.ts': "import 'react'",
    },
    imports: [],
  },
  {
    says: 'tests and build scripts are told apart from the product, and types from code',
    components: [component('pkg:npm/react@19')],
    files: {
      'src/a.ts': "import type { X } from 'react';\n",
      'src/a.test.ts': "import 'react'",
      'test/helper.ts': "import 'react'",
      'vite.config.ts': "import 'react'",
    },
    imports: [
      'pkg:npm/react@19 src/a.test.ts:1 exact test',
      'pkg:npm/react@19 src/a.ts:1 exact types',
      'pkg:npm/react@19 test/helper.ts:1 exact test',
      'pkg:npm/react@19 vite.config.ts:1 exact build',
    ],
  },
];

for (const { says, components, files, imports } of cases) {
  test(says, async () => {
    const { usage, diagnostics } = await findUsage(memoryHost(files), ['ignored/**'], components);
    assert.deepEqual(diagnostics, []);
    assert.ok(usage.kind === 'looked');
    const found = [...usage.importedAt].flatMap(([purl, sites]) => sites.map((site) => `${purl} ${show(site)}`));
    assert.deepEqual(found.toSorted(), imports);
  });
}

test('a source file that is too large is told, and one of an old encoding is read', async () => {
  const host = memoryHost({
    'large.py': `import numpy\n${'#'.repeat(2 ** 20)}`,
    'latin.py': new Uint8Array([...new TextEncoder().encode('import numpy # '), 0xe4, 0x0a]),
  });
  const { usage, diagnostics } = await findUsage(host, [], [component('pkg:pypi/numpy@2')]);
  assert.deepEqual(
    diagnostics.map(({ message, severity }) => `${severity}: ${message}`),
    ['note: large.py was not looked through for imports: it has 1.0 MiB'],
  );
  assert.ok(usage.kind === 'looked');
  assert.deepEqual(usage.importedAt.get('pkg:pypi/numpy@2')?.map(show), ['latin.py:1 by-name']);
  assert.deepEqual(usage.languages, [{ title: 'Python', types: ['pypi', 'conda'], files: 1 }]);
});

test('of a report that Tureen wrote itself it is not told that it is too large', async () => {
  const react = [component('pkg:npm/react@1.0.0', at('package-lock.json'))];
  const told = async (head: string) => {
    const files = { 'soup-list.html': `${head}${' '.repeat(2 ** 20)}` };
    return (await findUsage(memoryHost(files), [], react)).diagnostics.map(({ rule }) => rule);
  };
  assert.deepEqual(await told('<!doctype html><meta name="generator" content="Tureen">'), []);
  assert.deepEqual(await told('<!doctype html>'), ['usage/too-large']);
});

test('sources of a language that imports none of the components are not opened', async () => {
  const host = memoryHost({ 'a.py': 'import numpy\n' });
  const opened: string[] = [];
  const watched = {
    ...host,
    files: { ...host.files, read: (path: string) => (opened.push(path), host.files.read(path)) },
  };
  await findUsage(watched, [], [component('pkg:npm/react@19')]);
  assert.deepEqual(opened, []);
});

function show({ file, line, certainty, role, typesOnly }: ImportSite): string {
  return [`${file}:${line}`, certainty, ...(role === 'product' ? [] : [role]), ...(typesOnly ? ['types'] : [])].join(
    ' ',
  );
}
