import assert from 'node:assert/strict';
import { test } from 'node:test';
import { globs } from '../base/paths/glob.ts';
import { manifests } from './manifests.ts';

/** What a manifest holds, and how many packages it asks for that ship, from which line on. */
const asked: readonly (readonly [what: string, path: string, text: string, count: number, line: number])[] = [
  [
    'runtime and optional, not development and peers',
    'package.json',
    '{\n"dependencies": { "a": "1" },\n"optionalDependencies": { "b": "1" },\n"devDependencies": { "c": "1" },\n"peerDependencies": { "d": "1" } }',
    2,
    2,
  ],
  ['nothing', 'package.json', '{ "private": true, "devDependencies": { "c": "1" } }', 0, 1],
  [
    'dependencies and extras, not groups',
    'pyproject.toml',
    '[project]\nname = "x"\ndependencies = ["numpy>=2"]\noptional-dependencies = { gpu = ["torch"] }\n[dependency-groups]\ndev = ["pytest"]\n',
    2,
    3,
  ],
  [
    'Poetry, without Python itself',
    'pyproject.toml',
    '[tool.poetry]\nname = "x"\n[tool.poetry.dependencies]\npython = "^3.11"\nnumpy = "^2"\n',
    1,
    4,
  ],
  ['settings of tools alone', 'pyproject.toml', '[build-system]\nrequires = ["setuptools"]\n[tool.ruff]\n', 0, 1],
  [
    'requirements over several lines',
    'setup.cfg',
    '[metadata]\nname = x\n\n[options]\npython_requires = >=3.9\ninstall_requires =\n    torch>=2\n    # why\n    numpy\n\n[options.extras_require]\nall =\n    nibabel\n',
    2,
    6,
  ],
  ['settings of a linter', 'setup.cfg', '[flake8]\nmax-line-length = 120\n', 0, 1],
  ['packages, not dev-packages', 'Pipfile', '[packages]\nflask = "*"\n[dev-packages]\npytest = "*"\n', 1, 1],
  [
    'what is linked in',
    'Cargo.toml',
    '[package]\nname = "x"\n[dependencies]\nserde = "1"\nown = { path = "../own" }\n[dev-dependencies]\nrand = "1"\n[target.\'cfg(unix)\'.dependencies]\nlibc = "0.2"\n',
    2,
    4,
  ],
  ['a workspace', 'Cargo.toml', '[workspace]\nmembers = ["a"]\n', 0, 1],
  [
    'gems outside of groups for development',
    'Gemfile',
    "source 'https://rubygems.example'\ngem 'rails', '~> 7'\ngem 'byebug', group: :test\ngroup :development, :test do\n  gem 'rspec'\nend\nif ENV['X']\n  gem 'pg'\nend\n",
    2,
    2,
  ],
  ['packages, not the platform', 'composer.json', '{ "require": { "php": ">=8", "ext-json": "*", "a/b": "1" } }', 1, 1],
  ['an empty object of PHP', 'composer.json', '{ "require": [] }', 0, 1],
  [
    'packages, neither SDK nor folders',
    'pubspec.yaml',
    'name: x\ndependencies:\n  flutter:\n    sdk: flutter\n  own: { path: ../own }\n  http: ^1.0.0\ndev_dependencies:\n  lints: any\n',
    1,
    2,
  ],
];

for (const [what, path, text, count, line] of asked)
  test(`${path} asks for ${count}: ${what}`, async () => {
    const answer = await ask(path, text);
    assert.deepEqual(answer, { count, line: count === 0 ? answer.line : line });
  });

const broken: readonly (readonly [path: string, text: string, line: number])[] = [
  ['package.json', '{ "dependencies": { "a": "1" }, "__proto__": {} }', 1],
  ['package.json', '{\n"dependencies": {', 2],
  ['package.json', '{\n"dependencies": [] }', 2],
  ['pyproject.toml', '[project]\nname = ', 2],
  ['Pipfile', '[packages', 1],
  ['Pipfile', 'packages = 1\n', 1],
  ['Cargo.toml', '[dependencies]\nserde = \n', 2],
  ['composer.json', '', 1],
  ['composer.json', '{ "require": 1 }', 1],
  ['pubspec.yaml', 'dependencies:\n\thttp: any\n', 2],
  ['pubspec.yaml', 'dependencies: [http]\n', 1],
];

for (const [path, text, line] of broken)
  test(`${path} that cannot be read says why: ${JSON.stringify(text)}`, async () => {
    const answer = await ask(path, text);
    assert.ok('message' in answer && answer.message.startsWith(path), JSON.stringify(answer));
    assert.equal(answer.line, line);
  });

async function ask(path: string, text: string) {
  const format = manifests.find(({ files }) => globs(files)(path));
  assert.ok(format);
  return (await format.load())(path, text);
}
