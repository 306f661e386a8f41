import { z } from 'zod';
import { parseToml } from '../../base/formats/toml.ts';
import { salvage } from '../../base/formats/salvage.ts';
import type { RegistryPlace } from '../../app/sync/registry-source.ts';
import { settings, type Settings, type SettingsFile } from './settings.ts';

const schema = z.object({
  source: z
    .record(z.string(), z.object({ 'replace-with': z.string().optional(), registry: z.string().optional() }))
    .optional(),
  registries: z.record(z.string(), z.object({ index: z.string().optional(), token: z.string().optional() })).optional(),
  registry: z.object({ index: z.string().optional() }).optional(),
});

/** Reads .cargo/config.toml: what stands in for crates.io, and registries with sparse indexes; git indexes cannot be asked. */
export function cargoConfig({ path, text, environment }: SettingsFile): Settings {
  const toml = parseToml(text);
  if (!('value' in toml)) return settings({ notes: [`${path} is no TOML`] });
  const { source = {}, registries = {}, registry } = salvage(schema, toml.value).value ?? {};
  const replacement = replacementOf(source);
  const given = [replacement, registry?.index, ...Object.values(registries).map(({ index }) => index)];
  const places = given.flatMap((address): readonly RegistryPlace[] =>
    address !== undefined && /^sparse\+https?:\/\//.test(address)
      ? [{ registry: 'cargo', address: address.slice('sparse+'.length), from: path }]
      : [],
  );
  const secrets = Object.entries(registries).flatMap(([name, { index, token }]) => {
    const variable = `CARGO_REGISTRIES_${name.toUpperCase().replaceAll('-', '_')}_TOKEN`;
    const value = environment[variable] ?? token;
    const below = index?.replace(/^sparse\+/, '');
    return value === undefined || below === undefined ? [] : [{ below, header: 'authorization', value }];
  });
  return settings({ places, secrets });
}

/** Follows `replace-with` from crates-io to the source that names a registry. */
function replacementOf(source: NonNullable<z.infer<typeof schema>['source']>): string | undefined {
  let name = 'crates-io';
  for (let steps = 0; steps < 10; steps++) {
    const here = Object.hasOwn(source, name) ? source[name] : undefined;
    if (here?.['replace-with'] === undefined) return here?.registry;
    name = here['replace-with'];
  }
  return undefined;
}
