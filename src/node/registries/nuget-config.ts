import { childNamed, parseXml, type XmlElement } from '../../base/formats/xml.ts';
import type { RegistryPlace } from '../../app/sync/registry-source.ts';
import { basic, filled, openAddress, settings, type Secret, type Settings, type SettingsFile } from './settings.ts';

/** Reads NuGet.Config: package sources that are on, and their credentials; an encrypted password is said, not used. */
export function nugetConfig({ path, text, environment }: SettingsFile): Settings {
  const root = parseXml(text);
  if ('message' in root) return settings({ notes: [`${path}: ${root.message}`] });
  const valuesIn = (element: XmlElement | undefined) =>
    (element?.children ?? []).flatMap(({ name, attributes: { key, value } }) =>
      name !== 'add' || key === undefined || value === undefined ? [] : [[key, value] as const],
    );
  const off = new Set(valuesIn(childNamed(root, 'disabledPackageSources')).map(([key]) => key));
  const credentials = childNamed(root, 'packageSourceCredentials');
  const notes: string[] = [];
  const secrets: Secret[] = [];
  const places = valuesIn(childNamed(root, 'packageSources')).flatMap(([key, value]): readonly RegistryPlace[] => {
    if (off.has(key) || !/^https?:\/\//.test(value)) return [];
    const opened = openAddress(value);
    const told = new Map(valuesIn(credentials && childNamed(credentials, key.replaceAll(' ', '_x0020_'))));
    const named = filled((told.get('ClearTextPassword') ?? '').replace(/%(\w+)%/g, '${$1}'), environment);
    const name = told.get('Username');
    if (told.has('Password')) notes.push(`${path}: the password of "${key}" is encrypted, and was not used`);
    if (name !== undefined && named !== undefined && named !== '')
      secrets.push(basic(new URL('/', opened.address).href, name, named));
    secrets.push(...opened.secrets);
    return [{ registry: 'nuget', address: opened.address, from: path }];
  });
  return settings({ places, secrets, notes });
}
