import type { RegistryPlace } from '../../app/sync/registry-source.ts';
import { openAddress, settings, type Settings, type SettingsFile } from './settings.ts';

/** Reads the env file of go, over which the environment goes: the proxies, and the modules that no proxy may hear of. */
export function goSettings({ path, text, environment }: SettingsFile): Settings {
  const written = new Map(
    text.split(/\r?\n/).flatMap((line) => {
      const [, key, value] = /^([A-Z]+)=(.*)$/.exec(line.trim()) ?? [];
      return key === undefined || value === undefined ? [] : [[key, value] as const];
    }),
  );
  const valueOf = (key: string) => environment[key] || written.get(key);
  const except = (valueOf('GONOPROXY') ?? valueOf('GOPRIVATE') ?? '').split(',').filter(Boolean);
  const from = environment['GOPROXY'] ? 'GOPROXY' : path;
  const opened = (valueOf('GOPROXY') ?? '').split(/[,|]/).filter(isAddress).map(openAddress);
  const places = opened.map(({ address }): RegistryPlace => ({ registry: 'golang', address, except, from }));
  return settings({ places, secrets: opened.flatMap(({ secrets }) => secrets) });
}

function isAddress(word: string): boolean {
  return /^https?:\/\//.test(word);
}
