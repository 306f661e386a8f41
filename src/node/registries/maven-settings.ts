import { childNamed, childText, parseXml, type XmlElement } from '../../base/formats/xml.ts';
import type { RegistryPlace } from '../../app/sync/registry-source.ts';
import { basic, filled, openAddress, settings, type Secret, type Settings, type SettingsFile } from './settings.ts';

/** Reads settings.xml or a pom.xml: mirrors stand in for the repositories, names and passwords come from `servers`. */
export function mavenSettings({ path, text, environment, whose }: SettingsFile): Settings {
  const root = parseXml(text);
  if ('message' in root) return settings({ notes: [`${path}: ${root.message}`] });
  const profiles = listed(root, 'profiles');
  const mirrors = listed(root, 'mirrors');
  const repositories = [root, ...profiles].flatMap((one) => listed(one, 'repositories'));
  const standIn = mirrors.filter((one) => /(?:^|,)(?:\*|external:\*)/.test(childText(one, 'mirrorOf') ?? ''));
  const asked = standIn.length > 0 ? standIn : [...mirrors, ...repositories];
  const notes: string[] = [];
  const secrets: Secret[] = [];
  const places = asked.flatMap((one): readonly RegistryPlace[] => {
    const address = filled(childText(one, 'url') ?? '', environment);
    if (address === undefined || !/^https?:\/\//.test(address)) return [];
    const opened = openAddress(address);
    const id = childText(one, 'id');
    const server = listed(root, 'servers').find((each) => id !== undefined && childText(each, 'id') === id);
    secrets.push(...opened.secrets, ...secretOf(server, opened.address, path, environment, notes));
    return [{ registry: 'maven', address: opened.address, from: path }];
  });
  return settings({ places, secrets, notes, proxy: whose === 'user' ? proxyOf(root) : undefined });
}

function listed(element: XmlElement, name: string): readonly XmlElement[] {
  return childNamed(element, name)?.children ?? [];
}

function secretOf(
  server: XmlElement | undefined,
  below: string,
  path: string,
  environment: SettingsFile['environment'],
  notes: string[],
): readonly Secret[] {
  if (server === undefined) return [];
  const [name, password] = ['username', 'password'].map((key) => filled(childText(server, key) ?? '', environment));
  const id = childText(server, 'id') ?? '';
  if (name === undefined || password === undefined)
    notes.push(`${path}: server "${id}" names a variable that is not set`);
  else if (/^\{.*\}$/.test(password))
    notes.push(`${path}: the password of server "${id}" is encrypted, and was not used`);
  else if (name !== '') return [basic(below, name, password)];
  return [];
}

function proxyOf(root: XmlElement): string | undefined {
  const active = listed(root, 'proxies').find((one) => childText(one, 'active') !== 'false');
  const host = active && childText(active, 'host');
  return host === undefined ? undefined : `http://${host}:${(active && childText(active, 'port')) ?? '8080'}`;
}
