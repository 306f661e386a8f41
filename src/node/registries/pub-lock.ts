import type { RegistryPlace } from '../../app/sync/registry-source.ts';
import { settings, type Settings, type SettingsFile } from './settings.ts';

/** Reads the repository of each hosted package in pubspec.lock: a name goes to the repository that the lockfile has for it. */
export function pubLockRepositories({ path, text }: SettingsFile): Settings {
  const entries = text.split(/^ {2}(?=\S)/m).slice(1);
  const places = entries.flatMap((entry): readonly RegistryPlace[] => {
    const only = /^["']?([a-z0-9_]+)["']?:/.exec(entry)?.[1];
    const address = /^ {6}url: ["']?(https?:\/\/[^"'\s]+)["']?\s*$/m.exec(entry)?.[1];
    const hosted = /^ {4}source: hosted\s*$/m.test(entry);
    return only === undefined || address === undefined || !hosted
      ? []
      : [{ registry: 'pub', address, only, from: path }];
  });
  return settings({ places });
}
