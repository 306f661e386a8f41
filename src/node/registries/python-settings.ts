import { parseJson } from '../../base/formats/json/json.ts';
import { parseToml } from '../../base/formats/toml.ts';
import type { RegistryPlace } from '../../app/sync/registry-source.ts';
import { filled, openAddress, settings, type Secret, type Settings, type SettingsFile } from './settings.ts';

/** Reads pip.conf: index-url and extra-index-url of any section; certificates and proxy from the user's own file. */
export function pipConf({ path, text, whose, environment }: SettingsFile): Settings {
  const values = new Map<string, string>();
  let open: string | undefined;
  for (const line of text.split(/\r?\n/)) {
    const [, key, value = ''] = /^([A-Za-z-]+)\s*[=:]\s*(.*)$/s.exec(line) ?? [];
    if (key !== undefined) values.set((open = key.toLowerCase()), value.trim());
    else if (open !== undefined && /^\s+\S/.test(line)) values.set(open, `${values.get(open) ?? ''} ${line.trim()}`);
    else open = undefined;
  }
  const own = whose === 'user';
  const given = ['index-url', 'extra-index-url'].flatMap((key) => (values.get(key) ?? '').split(/\s+/));
  return settings({
    ...placesOf(given, path, environment),
    certificates: own ? [values.get('cert') ?? ''].filter(Boolean) : [],
    proxy: own ? values.get('proxy') : undefined,
  });
}

/** Reads the options of a requirements file that name an index. */
export function requirementOptions({ path, text, environment }: SettingsFile): Settings {
  const given = [...text.matchAll(/^[ \t]*(?:-i|--index-url|--extra-index-url)[ \t=]+(\S+)/gm)].map(
    ([, url = '']) => url,
  );
  return placesOf(given, path, environment);
}

/** Reads uv.toml, and pyproject.toml with the tables of uv and Poetry. */
export function pyprojectIndexes({ path, text, environment }: SettingsFile): Settings {
  const toml = parseToml(text);
  if (!('value' in toml)) return settings({});
  const uv = path.endsWith('uv.toml') ? toml.value : at(toml.value, 'tool', 'uv');
  const sources = at(toml.value, 'tool', 'poetry', 'source');
  const indexes = [...listOf(at(uv, 'index')), ...listOf(sources), ...listOf(at(toml.value, 'source'))];
  const urls = [
    ...indexes.map((one) => at(one, 'url')),
    at(uv, 'index-url'),
    ...listOf(at(uv, 'extra-index-url')),
    at(uv, 'pip', 'index-url'),
  ];
  return placesOf(urls, path, environment);
}

/** Reads the registry of each package in uv.lock: a name goes to the registry that the lockfile has for it, and to no other. */
export function uvLockRegistries({ path, text, environment }: SettingsFile): Settings {
  const toml = parseToml(text);
  const packages = 'value' in toml ? listOf(at(toml.value, 'package')) : [];
  const named = packages.flatMap((one) => {
    const [name, url] = [at(one, 'name'), at(one, 'source', 'registry')];
    return typeof name === 'string' && typeof url === 'string' ? [{ name, url }] : [];
  });
  const same = new Set(named.map(({ url }) => url)).size === 1;
  if (same) return placesOf([named[0]?.url], path, environment);
  const each = named.map(({ name, url }) => ({ name, ...placesOf([url], path, environment) }));
  return settings({
    places: each.flatMap(({ name, places }) => places.map((place) => ({ ...place, only: name }))),
    secrets: each.flatMap(({ secrets }) => secrets),
  });
}

/** Reads the sources that Pipfile.lock was made with. */
export function pipfileLockSources({ path, text, environment }: SettingsFile): Settings {
  const json = parseJson(text);
  const sources = 'value' in json ? listOf(at(json.value, '_meta', 'sources')) : [];
  return placesOf(
    sources.map((one) => at(one, 'url')),
    path,
    environment,
  );
}

/** Makes places of what may be addresses of an index; a name and password in them become a secret. */
export function placesOf(given: readonly unknown[], from: string, environment: SettingsFile['environment']): Settings {
  const places: RegistryPlace[] = [];
  const secrets: Secret[] = [];
  const notes: string[] = [];
  for (const url of given) {
    if (typeof url !== 'string' || url === '') continue;
    const address = filled(url, environment);
    if (address === undefined) notes.push(`${from}: an address of a Python index names a variable that is not set`);
    else if (/^https?:\/\//.test(address)) {
      const opened = openAddress(address);
      places.push({ registry: 'pypi', address: opened.address, from });
      secrets.push(...opened.secrets);
    }
  }
  return settings({ places, secrets, notes });
}

function at(value: unknown, ...path: readonly string[]): unknown {
  let here = value;
  for (const key of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined;
    here = (here as Readonly<Record<string, unknown>>)[key];
  }
  return here;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
