import type { RegistryPlace } from '../../app/sync/registry-source.ts';
import { basic, filled, openAddress, settings, type Secret, type Settings, type SettingsFile } from './settings.ts';

/** Reads .npmrc: registries, those of scopes, and tokens with `${VARIABLE}`; certificates and a proxy from the user's own file. */
export function npmrc({ path, text, whose, environment }: SettingsFile): Settings {
  const values = new Map<string, string>();
  const notes: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const at = line.indexOf('=');
    const key = line.slice(0, Math.max(0, at)).trim();
    if (key === '' || /^[;#]/.test(key)) continue;
    const value = filled(
      line
        .slice(at + 1)
        .trim()
        .replace(/^(["'])(.*)\1$/, '$2'),
      environment,
    );
    if (value === undefined) notes.push(`${path}: ${key} names a variable that is not set`);
    else values.set(key, value);
  }
  const places: RegistryPlace[] = [];
  const secrets: Secret[] = [];
  for (const [key, value] of values) {
    const scope = /^(@[^:]+):registry$/.exec(key)?.[1];
    if (key !== 'registry' && scope === undefined) continue;
    const opened = openAddress(value);
    places.push({ registry: 'npm', address: opened.address, ...(scope !== undefined && { only: scope }), from: path });
    secrets.push(...opened.secrets);
  }
  const own = whose === 'user';
  return settings({
    places,
    secrets: [...secrets, ...secretsIn(values, places)],
    certificates: own ? [values.get('cafile') ?? ''].filter(Boolean) : [],
    proxy: own ? (values.get('https-proxy') ?? values.get('proxy')) : undefined,
    notes,
  });
}

/** Credentials stand under `//host/path/`; they are sent over https, and unencrypted only where the registry is named so. */
function secretsIn(values: ReadonlyMap<string, string>, places: readonly RegistryPlace[]): readonly Secret[] {
  return [...values].flatMap(([key, value]): readonly Secret[] => {
    const [, place = '', kind] = /^(\/\/[^:]+(?::\d[^:]*)?):(_authToken|_auth|username)$/.exec(key) ?? [];
    if (kind === undefined || value === '') return [];
    const plain = places.some(({ address }) => address.startsWith(`http:${place.replace(/\/$/, '')}`));
    const below = `${plain ? 'http' : 'https'}:${place}`;
    if (kind === '_authToken') return [{ below, header: 'authorization', value: `Bearer ${value}` }];
    if (kind === '_auth') return [{ below, header: 'authorization', value: `Basic ${value}` }];
    const password = values.get(`${place}:_password`);
    return password === undefined ? [] : [basic(below, value, Buffer.from(password, 'base64').toString('utf8'))];
  });
}
