import type { RegistryPlace } from '../../app/sync/registry-source.ts';

/** A header that is sent with questions at or below an address, and nowhere else. */
export type Secret = { readonly below: string; readonly header: string; readonly value: string };

/** What one file of a package manager's configuration says of registries. */
export type Settings = {
  readonly places: readonly RegistryPlace[];
  readonly secrets: readonly Secret[];
  /** Files of certificates that are trusted beside the usual ones. */
  readonly certificates: readonly string[];
  readonly proxy: string | undefined;
  /** What cannot be used, and why; never with a secret. */
  readonly notes: readonly string[];
};

/** A configuration file, who answers for it, and the variables that it may name. */
export type SettingsFile = {
  /** As it is shown: relative to the repository, or below `~`. */
  readonly path: string;
  readonly text: string;
  readonly whose: 'user' | 'repository';
  readonly environment: Readonly<Record<string, string | undefined>>;
};

/** Settings that say only some of it. */
export function settings(some: Partial<Settings>): Settings {
  return { places: [], secrets: [], certificates: [], proxy: undefined, notes: [], ...some };
}

/** Parts an address from the name and password in it, which become a secret for this address alone. */
export function openAddress(address: string): { readonly address: string; readonly secrets: readonly Secret[] } {
  if (!URL.canParse(address)) return { address, secrets: [] };
  const url = new URL(address);
  const { username, password } = url;
  if (username === '' && password === '') return { address, secrets: [] };
  url.username = '';
  url.password = '';
  return { address: url.href, secrets: [basic(url.href, unescaped(username), unescaped(password))] };
}

/** Name and password as HTTP sends them (RFC 7617). */
export function basic(below: string, name: string, password: string): Secret {
  const words = Buffer.from(`${name}:${password}`).toString('base64');
  return { below, header: 'authorization', value: `Basic ${words}` };
}

/** Fills `${NAME}`; `undefined` where a variable is not set. */
export function filled(text: string, environment: SettingsFile['environment']): string | undefined {
  let whole = true;
  const result = text.replace(/\$\{(?:env\.)?([A-Za-z_][A-Za-z0-9_]*)\??\}/g, (_, name: string) => {
    const value = environment[name];
    if (value === undefined) whole = false;
    return value ?? '';
  });
  return whole ? result : undefined;
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
