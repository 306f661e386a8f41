import type { RegistryPlace } from '../../app/sync/registry-source.ts';
import { basic, openAddress, settings, type Secret, type Settings, type SettingsFile } from './settings.ts';

/** Reads the remotes of Gemfile.lock; with several of them nobody knows which gem is of which, and all are asked. */
export function gemfileRemotes({ path, text }: SettingsFile): Settings {
  const sections = text.split(/^(?=[A-Z]+$)/m).filter((section) => section.startsWith('GEM'));
  const remotes = sections.flatMap((section) => [...section.matchAll(/^ {2}remote: (https?:\/\/\S+)$/gm)]);
  const opened = remotes.map(([, address = '']) => openAddress(address));
  const places = opened.map(({ address }): RegistryPlace => ({ registry: 'gem', address, from: path }));
  return settings({ places, secrets: opened.flatMap(({ secrets }) => secrets) });
}

/** Reads the configuration of Bundler: mirrors, which are asked first, and credentials by host. */
export function bundleConfig({ path, text }: SettingsFile): Settings {
  const places: RegistryPlace[] = [];
  const secrets: Secret[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [, key = '', value = ''] = /^BUNDLE_(\S{1,1000}):(?:\s(.*))?$/s.exec(line) ?? [];
    const written = value.trim().replace(/^(["'])(.*)\1$/s, '$2');
    const mirror = /^MIRROR__(?:ALL|HTTPS?:)/.test(key);
    if (mirror && /^https?:\/\//.test(written)) {
      const opened = openAddress(written);
      places.push({ registry: 'gem', address: opened.address, from: path });
      secrets.push(...opened.secrets);
    }
    const host = /^[A-Z0-9_-]{1,253}__[A-Z0-9_]{1,253}$/.test(key)
      ? key.toLowerCase().replaceAll('___', '-').replaceAll('__', '.')
      : '';
    const [name = '', ...password] = written.split(':');
    if (host !== '' && password.length > 0 && !mirror)
      secrets.push(basic(`https://${host}/`, name, password.join(':')));
  }
  return settings({ places, secrets });
}
