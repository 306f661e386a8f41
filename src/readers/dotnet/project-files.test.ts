import assert from 'node:assert/strict';
import { test } from 'node:test';
import { projectsBeside, propsAbove } from './project-files.ts';
import { nugetProject } from './nuget-project.ts';

const tree = [
  'Directory.Packages.props',
  'src/App/App.csproj',
  'src/App/Deep/Deep.csproj',
  'src/App/packages.lock.json',
  'src/Core/Core.fsproj',
  'src/Core/obj/project.assets.json',
  'src/Pair/Left.csproj',
  'src/Pair/Right.csproj',
  'src/Pair/packages.Left.lock.json',
  'tests/Tests/Tests.csproj',
];

test('projects beside a lockfile are those of its own folder', () => {
  assert.deepEqual(projectsBeside('src/App/packages.lock.json', tree), ['src/App/App.csproj']);
  assert.deepEqual(projectsBeside('packages.lock.json', ['App.csproj', ...tree]), ['App.csproj']);
});

const lockfiles: Readonly<Record<string, readonly string[]>> = {
  'packages.App.lock.json': ['App.csproj'],
  'packages.app_tests.lock.json': ['App Tests.csproj'],
  'packages.win-x64.lock.json': ['App Tests.csproj', 'App.csproj'],
};

for (const [lockfile, projects] of Object.entries(lockfiles)) {
  test(`${lockfile} is of ${projects.join(' and ')}`, () => {
    assert.deepEqual(projectsBeside(lockfile, ['App Tests.csproj', 'App.csproj', ...tree]), projects);
  });
}

test('a project imports files of its folder and of those above, the nearest first', () => {
  assert.deepEqual(propsAbove('src/App.csproj').slice(0, 4), [
    'src/Directory.Packages.props',
    'src/Directory.Build.props',
    'src/Directory.Build.targets',
    'Directory.Packages.props',
  ]);
});

const resolved: Readonly<Record<string, readonly string[]>> = {
  'src/App/App.csproj': ['src/App/packages.lock.json'],
  'src/App/Deep/Deep.csproj': [],
  'src/Core/Core.fsproj': ['src/Core/obj/project.assets.json'],
  'src/Pair/Left.csproj': ['src/Pair/packages.Left.lock.json'],
  'src/Pair/Right.csproj': [],
  'tests/Tests/Tests.csproj': [],
  'Directory.Packages.props': ['src/App/packages.lock.json'],
};

for (const [path, files] of Object.entries(resolved)) {
  test(`what was taken for ${path} stands in ${files.join() || 'no file'}`, () => {
    const wanted = nugetProject.companions?.(new Map(), path, tree) ?? [];
    assert.deepEqual(
      wanted.filter((one) => one.endsWith('.json')),
      files,
    );
  });
}
