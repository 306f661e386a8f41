import { settings, type Secret, type Settings } from './settings.ts';

/**
 * What a file of the repository says, without what it would have sent of the environment to hosts that only the
 * repository names: whoever wrote it may not be the one whose secret it is. `without` is the same file, read with no
 * environment.
 */
export function withheld(path: string, said: Settings, without: Settings, vouched: ReadonlySet<string>): Settings {
  const isFree = (address: string) => vouched.has(originOf(address) ?? '');
  const drawn = said.secrets.filter((secret) => !without.secrets.some((one) => isSame(one, secret)));
  const filled = said.places.filter(({ address }) => !without.places.some((one) => one.address === address));
  const kept = drawn.filter(({ below }) => !isFree(below));
  const left = filled.filter(({ address }) => !isFree(address));
  const origins = new Set([...kept.map(({ below }) => below), ...left.map(({ address }) => address)].map(originOf));
  const notes = [...origins].map(
    (origin) =>
      `${path} would send what stands in the environment to ${origin ?? 'a host'}, which no configuration of yours names; it was not sent. ` +
      `Where that is right, add --secrets-to ${origin ?? '<host>'}`,
  );
  return settings({
    ...said,
    places: said.places.filter((place) => !left.includes(place)),
    secrets: said.secrets.filter((secret) => !kept.includes(secret)),
    notes: [...said.notes, ...notes],
  });
}

/** Scheme, host and port of an address; of a bare host, as it is reached over https. */
export function originOf(address: string): string | undefined {
  const bare = address.replace(/^sparse\+/, '');
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(bare) ? bare : `https://${bare}`;
  return URL.canParse(whole) ? new URL(whole).origin : undefined;
}

function isSame(a: Secret, b: Secret): boolean {
  return a.below === b.below && a.header === b.header && a.value === b.value;
}
