import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Files } from '../../app/host.ts';
import type { RegistryPlace } from '../../app/sync/registry-source.ts';
import { decodeText } from '../../base/decode-text.ts';
import { filesBelow } from '../files/files.ts';
import { cargoConfig } from './cargo-config.ts';
import { composerCredentials, composerRepositories } from './composer-settings.ts';
import { channelNames, condarc, environmentChannels, pixiChannels, type ChannelNames } from './conda-settings.ts';
import { bundleConfig, gemfileRemotes } from './gem-settings.ts';
import { goSettings } from './go-settings.ts';
import { mavenSettings } from './maven-settings.ts';
import { npmrc } from './npmrc.ts';
import { nugetConfig } from './nuget-config.ts';
import { pubLockRepositories } from './pub-lock.ts';
import {
  pipConf,
  pipfileLockSources,
  placesOf,
  pyprojectIndexes,
  requirementOptions,
  uvLockRegistries,
} from './python-settings.ts';
import { openAddress, settings, type Settings, type SettingsFile } from './settings.ts';
import { originOf, withheld } from './withheld.ts';

type Environment = SettingsFile['environment'];

/**
 * Reads what the environment, the user's files and the repository's files say of registries, in this order. The repository's
 * files get something of the environment sent only to hosts that the first two name, or a person as `trusted`.
 */
export async function readSettings(
  root: string,
  environment: Environment,
  trusted: readonly string[] = [],
): Promise<Settings> {
  const home = environment['HOME'] || homedir();
  const own = userFiles(home, environment).flatMap(([path, read]) => {
    const text = path === undefined ? undefined : textOf(path);
    const shown = path?.startsWith(`${home}/`) === true ? `~${path.slice(home.length)}` : path;
    return text === undefined || shown === undefined ? [] : [read({ path: shown, text, whose: 'user', environment })];
  });
  const files = filesBelow(root);
  const condaTexts = condaFiles(home, environment).flatMap((path) => (path && textOf(path)) || []);
  const channels = channelNames(condaTexts, environment);
  const ours = [fromEnvironment(environment), ...own];
  const named = ours.flatMap(({ places, secrets }) => [
    ...places.map(({ address }) => address),
    ...secrets.map(({ below }) => below),
  ]);
  const vouched = new Set([...trusted, ...named].flatMap((address) => originOf(address) ?? []));
  const theirs = await repositoryFiles(files, openTo(environment), channels, vouched);
  return joined([...ours, ...theirs]);
}

type Read = (file: SettingsFile) => Settings;

function userFiles(home: string, environment: Environment): readonly (readonly [string | undefined, Read])[] {
  const config = environment['XDG_CONFIG_HOME'] || join(home, '.config');
  const cargoHome = environment['CARGO_HOME'] || join(home, '.cargo');
  const goRoot = environment['GOROOT'];
  const goEnv = environment['GOENV'] || join(config, 'go', 'env');
  return [
    [environment['NPM_CONFIG_USERCONFIG'] || environment['npm_config_userconfig'] || join(home, '.npmrc'), npmrc],
    ...(environment['PIP_CONFIG_FILE']
      ? [[environment['PIP_CONFIG_FILE'], pipConf] as const]
      : [join(config, 'pip'), join(home, '.pip'), '/etc'].map((path) => [join(path, 'pip.conf'), pipConf] as const)),
    [join(config, 'uv', 'uv.toml'), pyprojectIndexes],
    [join(cargoHome, 'config.toml'), cargoConfig],
    [join(home, '.m2', 'settings.xml'), mavenSettings],
    [join(config, 'composer', 'config.json'), composerRepositories],
    [join(config, 'composer', 'auth.json'), composerCredentials],
    [join(home, '.bundle', 'config'), bundleConfig],
    [join(home, '.nuget', 'NuGet', 'NuGet.Config'), nugetConfig],
    [goEnv, goSettings],
    [goRoot && join(goRoot, 'go.env'), goSettings],
    ...condaFiles(home, environment).map((path) => [path, condarc] as const),
  ];
}

/** The user's files of conda, the first to count first. */
function condaFiles(home: string, environment: Environment): readonly (string | undefined)[] {
  const config = environment['XDG_CONFIG_HOME'] || join(home, '.config');
  const below = (folder: string | undefined) => folder && join(folder, '.condarc');
  return [
    environment['CONDARC'],
    below(environment['CONDA_PREFIX']),
    below(home),
    join(home, '.conda', '.condarc'),
    join(config, 'conda', '.condarc'),
    below(environment['CONDA_ROOT']),
    '/etc/conda/.condarc',
  ];
}

/** Files of the repository by their names; those of the root count also where git does not keep them. */
const readers: readonly (readonly [RegExp, Read])[] = [
  [/(?:^|\/)\.npmrc$/, npmrc],
  [/(?:^|\/)pip\.(?:conf|ini)$/, pipConf],
  [/(?:^|\/)(?:[^/]*requirements[^/]*\.(?:txt|in)|requirements\/[^/]*\.(?:txt|in))$/, requirementOptions],
  [/(?:^|\/)(?:uv\.toml|pyproject\.toml|Pipfile)$/, pyprojectIndexes],
  [/(?:^|\/)uv\.lock$/, uvLockRegistries],
  [/(?:^|\/)Pipfile\.lock$/, pipfileLockSources],
  [/(?:^|\/)\.cargo\/config(?:\.toml)?$/, cargoConfig],
  [/(?:^|\/)(?:settings|pom)\.xml$/, mavenSettings],
  [/(?:^|\/)(?:Gemfile|gems)\.(?:lock|locked)$/, gemfileRemotes],
  [/(?:^|\/)\.bundle\/config$/, bundleConfig],
  [/(?:^|\/)nuget\.config$/i, nugetConfig],
  [/(?:^|\/)composer\.json$/, composerRepositories],
  [/(?:^|\/)auth\.json$/, composerCredentials],
  [/(?:^|\/)pubspec\.lock$/, pubLockRepositories],
];

/** Files that name channels of conda, which lie where the user's configuration says. */
const channelReaders: readonly (readonly [RegExp, (file: SettingsFile, known: ChannelNames) => Settings])[] = [
  [/(?:^|\/)\.?condarc$/, condarc],
  [/(?:^|\/)(?:[^/]*[-_])?environment[^/]*\.ya?ml$/, environmentChannels],
  [/(?:^|\/)(?:pixi|pyproject)\.toml$/, pixiChannels],
];

const inRoot = ['.npmrc', '.cargo/config.toml', '.bundle/config', 'auth.json', 'nuget.config', 'pip.conf'];

async function repositoryFiles(
  files: Files,
  environment: Environment,
  channels: ChannelNames,
  vouched: ReadonlySet<string>,
): Promise<readonly Settings[]> {
  const { files: listed } = await files.list();
  const paths = [...new Set([...inRoot, ...listed.map(({ path }) => path)])];
  const found: Settings[] = [];
  for (const path of paths) {
    const reads: readonly ((file: SettingsFile, known: ChannelNames) => Settings)[] = [
      ...readers.filter(([name]) => name.test(path)).slice(0, 1),
      ...channelReaders.filter(([name]) => name.test(path)),
    ].map(([, read]) => read);
    const bytes = reads.length === 0 ? undefined : await files.read(path).catch(() => undefined);
    const text = bytes && bytes.length <= largestFile ? decodeText(bytes) : undefined;
    if (text === undefined) continue;
    const file = { path, text, whose: 'repository' as const };
    for (const read of reads) {
      const said = read({ ...file, environment }, channels);
      found.push(withheld(path, said, read({ ...file, environment: {} }, channels), vouched));
    }
  }
  return found;
}

const largestFile = 64 * 2 ** 20;

/** Of the environment the files of a repository may name what belongs to registries, and nothing else. */
function openTo(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => ofRegistries.test(name)));
}

const ofRegistries = /^(?:NPM|NODE_AUTH|UV_|PIP_|POETRY_)|REGISTR|ARTIFACTORY|NEXUS/i;

function fromEnvironment(environment: Environment): Settings {
  const npm = environment['NPM_CONFIG_REGISTRY'] || environment['npm_config_registry'];
  const python = ['PIP_INDEX_URL', 'PIP_EXTRA_INDEX_URL', 'UV_DEFAULT_INDEX', 'UV_INDEX_URL', 'UV_INDEX'].map((name) =>
    placesOf(
      (environment[name] ?? '').split(/\s+/).map((word) => word.replace(/^[\w.-]+=/, '')),
      name,
      environment,
    ),
  );
  const named = [
    ['npm', npm, 'NPM_CONFIG_REGISTRY'],
    ['hex', environment['HEX_API_URL'], 'HEX_API_URL'],
    ['pub', environment['PUB_HOSTED_URL'], 'PUB_HOSTED_URL'],
  ] as const;
  const opened = named.flatMap(([registry, address, from]) =>
    address ? [{ registry, from, ...openAddress(address) }] : [],
  );
  const places = opened.map(({ registry, address, from }): RegistryPlace => ({ registry, address, from }));
  const certificates = ['PIP_CERT', 'NPM_CONFIG_CAFILE', 'SSL_CERT_FILE'].flatMap((name) => environment[name] || []);
  const go = goSettings({ path: 'GOPROXY', text: '', whose: 'user', environment });
  return joined([settings({ places, certificates, secrets: opened.flatMap(({ secrets }) => secrets) }), ...python, go]);
}

function joined(all: readonly Settings[]): Settings {
  return {
    places: all.flatMap(({ places }) => places),
    secrets: all.flatMap(({ secrets }) => secrets),
    certificates: [...new Set(all.flatMap(({ certificates }) => certificates))],
    proxy: all.flatMap(({ proxy }) => proxy ?? [])[0],
    notes: all.flatMap(({ notes }) => notes),
  };
}

function textOf(path: string): string | undefined {
  try {
    return decodeText(readFileSync(path));
  } catch {
    return undefined;
  }
}
