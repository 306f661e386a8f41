import { z } from 'zod';
import { parseToml } from '../../base/formats/toml.ts';
import { parseYaml } from '../../base/formats/yaml/yaml.ts';
import { salvage } from '../../base/formats/salvage.ts';
import type { RegistryPlace } from '../../app/sync/registry-source.ts';
import { filled, openAddress, settings, type Secret, type Settings, type SettingsFile } from './settings.ts';

const names = z.union([z.string().transform((name) => [name]), z.array(z.string())]);

const condarcSchema = z.object({
  channels: names.optional(),
  default_channels: names.optional(),
  channel_alias: z.string().optional(),
  custom_channels: z.record(z.string(), z.string()).optional(),
  custom_multichannels: z.record(z.string(), names).optional(),
  ssl_verify: z.unknown().optional(),
  proxy_servers: z.object({ http: z.string().optional(), https: z.string().optional() }).optional(),
});

/** Where the names of channels lie: what the user's configuration says, for files that name channels alone. */
export type ChannelNames = Pick<
  z.infer<typeof condarcSchema>,
  'default_channels' | 'channel_alias' | 'custom_channels' | 'custom_multichannels'
>;

/** Reads .condarc: its channels by the addresses that it gives them; certificates and a proxy from the user's own file. */
export function condarc({ path, text, whose, environment }: SettingsFile, known: ChannelNames = {}): Settings {
  const told = condarcIn(text);
  const own = whose === 'user';
  const asked = [...(told.channels ?? []), ...(told.default_channels ?? [])];
  return settings({
    ...placesOf(asked, { ...known, ...told }, path, environment),
    certificates: own && typeof told.ssl_verify === 'string' ? [told.ssl_verify] : [],
    proxy: own ? (told.proxy_servers?.https ?? told.proxy_servers?.http) : undefined,
  });
}

/** Reads where the names of channels lie in the user's files; the first file that says it counts, and the environment before. */
export function channelNames(texts: readonly string[], environment: SettingsFile['environment']): ChannelNames {
  const alias = environment['CONDA_CHANNEL_ALIAS'];
  const told: readonly ChannelNames[] = [...(alias ? [{ channel_alias: alias }] : []), ...texts.map(condarcIn)];
  const first = <K extends keyof ChannelNames>(key: K) => told.find((one) => one[key] !== undefined)?.[key];
  return {
    channel_alias: first('channel_alias'),
    default_channels: first('default_channels'),
    custom_channels: first('custom_channels'),
    custom_multichannels: first('custom_multichannels'),
  };
}

/** Reads the channels of an environment.yml. */
export function environmentChannels({ path, text, environment }: SettingsFile, known: ChannelNames): Settings {
  const told = salvage(z.object({ channels: names.optional() }), parseYaml(text).value).value;
  return placesOf(told?.channels ?? [], known, path, environment);
}

/** Reads the channels of a manifest of pixi, which stand as names, addresses or tables. */
export function pixiChannels({ path, text, environment }: SettingsFile, known: ChannelNames): Settings {
  const toml = parseToml(text);
  const channel = z.union([z.string(), z.object({ channel: z.string() }).transform((one) => one.channel)]);
  const part = z.object({ channels: z.array(channel).optional() }).optional();
  const pixi = z.object({ workspace: part, project: part });
  const schema = pixi.extend({ tool: z.object({ pixi: pixi.optional() }).optional() });
  const told = 'value' in toml ? salvage(schema, toml.value).value : undefined;
  const parts = [told?.workspace, told?.project, told?.tool?.pixi?.workspace, told?.tool?.pixi?.project];
  return placesOf(
    parts.flatMap((one) => one?.channels ?? []),
    known,
    path,
    environment,
  );
}

function condarcIn(text: string): Partial<z.infer<typeof condarcSchema>> {
  return salvage(condarcSchema, parseYaml(text).value).value ?? {};
}

function placesOf(
  asked: readonly string[],
  known: ChannelNames,
  from: string,
  environment: SettingsFile['environment'],
): Settings {
  const places: RegistryPlace[] = [];
  const secrets: Secret[] = [];
  const notes: string[] = [];
  for (const written of asked.flatMap((name) => addressesOf(name, known))) {
    const address = filled(written, environment);
    if (address === undefined) notes.push(`${from}: the address of a channel names a variable that is not set`);
    else if (/^https?:\/\/[^/]/.test(address)) {
      const opened = openAddress(address);
      const open = opened.address.replace(/\/t\/[^/]+(?=\/)/, '').replace(/(?<!\/)\/+$/, '');
      if (open !== opened.address.replace(/(?<!\/)\/+$/, ''))
        notes.push(`${from}: the channel ${open} is named with a token in its address, which was not sent`);
      places.push({ registry: 'conda', address: open, from });
      secrets.push(...opened.secrets);
    }
  }
  return settings({ places, secrets, notes });
}

/** A name lies where a table says, or below the alias of all; without either nobody knows where. */
function addressesOf(name: string, known: ChannelNames): readonly string[] {
  if (name === 'nodefaults') return [];
  if (/^[a-z]+:\/\//.test(name)) return [name];
  const several = name === 'defaults' ? known.default_channels : ownValue(known.custom_multichannels, name);
  if (several !== undefined) return several.filter((one) => one !== name).flatMap((one) => single(one, known));
  return single(name, known);
}

function single(name: string, known: ChannelNames): readonly string[] {
  if (/^[a-z]+:\/\//.test(name)) return [name];
  const below = ownValue(known.custom_channels, name.split('/')[0] ?? name) ?? known.channel_alias;
  return below === undefined ? [] : [`${below.replace(/(?<!\/)\/+$/, '')}/${name}`];
}

function ownValue<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}
