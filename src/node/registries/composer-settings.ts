import { z } from 'zod';
import { parseJson } from '../../base/formats/json/json.ts';
import { salvage } from '../../base/formats/salvage.ts';
import type { RegistryPlace } from '../../app/sync/registry-source.ts';
import { basic, openAddress, settings, type Settings, type SettingsFile } from './settings.ts';

const repository = z.union([z.boolean(), z.object({ type: z.string().optional(), url: z.string().optional() })]);

const projectSchema = z.object({
  repositories: z.union([z.array(repository), z.record(z.string(), repository)]).optional(),
});

const credentialsSchema = z.object({
  'http-basic': z.record(z.string(), z.object({ username: z.string(), password: z.string() })).optional(),
  bearer: z.record(z.string(), z.string()).optional(),
});

/** Reads the repositories of type composer in composer.json or Composer's own config.json. */
export function composerRepositories({ path, text }: SettingsFile): Settings {
  const json = parseJson(text);
  const told = 'value' in json ? salvage(projectSchema, json.value).value : undefined;
  const opened = Object.values(told?.repositories ?? {}).flatMap((one) =>
    typeof one === 'object' && one.type === 'composer' && /^https?:\/\//.test(one.url ?? '')
      ? [openAddress(one.url ?? '')]
      : [],
  );
  const places = opened.map(({ address }): RegistryPlace => ({ registry: 'composer', address, from: path }));
  return settings({ places, secrets: opened.flatMap(({ secrets }) => secrets) });
}

/** Reads Composer's auth.json: names and passwords, or tokens, by host. */
export function composerCredentials({ text }: SettingsFile): Settings {
  const json = parseJson(text);
  const told = 'value' in json ? salvage(credentialsSchema, json.value).value : undefined;
  const named = Object.entries(told?.['http-basic'] ?? {}).map(([host, { username, password }]) =>
    basic(`https://${host}/`, username, password),
  );
  const tokens = Object.entries(told?.bearer ?? {}).map(([host, token]) => ({
    below: `https://${host}/`,
    header: 'authorization',
    value: `Bearer ${token}`,
  }));
  return settings({ secrets: [...named, ...tokens] });
}
