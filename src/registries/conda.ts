import { z } from 'zod';
import { salvage } from '../base/formats/salvage.ts';
import { rememberLast } from '../base/remembering/remember-last.ts';
import type { Registry, RegistryPackage, RegistryReading } from '../model/plugs/registry.ts';
import { jsonAnswer } from './json-answer.ts';
import { factsFrom, licenceFrom, repositoryAmong } from './told.ts';

const schema = z.object({ packages: z.record(z.string(), z.unknown()) });

const packageSchema = z.object({
  version: z.string(),
  license: z.unknown().optional(),
  dev_url: z.unknown().optional(),
  home: z.unknown().optional(),
  source_git_url: z.unknown().optional(),
  source_url: z.unknown().optional(),
  reference_package: z.string().nullish(),
  timestamp: z.number().nullish(),
});

/** One text describes a whole channel, and many packages are looked up in it. */
const channelOf = rememberLast((text: string) => jsonAnswer(schema, text));

/**
 * A channel of conda: its channeldata.json (schema channeldata-1), which describes each package once, by its newest version. The licence
 * of another version is not known from it, while the project's own addresses hold for all of them.
 */
export const conda: Registry = {
  name: 'conda',
  title: 'conda channel',
  configured:
    'addresses in conda-lock.yml, pixi.lock, explicit lists and environment.yml, or channel_alias in .condarc',
  ask: (_, answers) =>
    answers.has('channel') ? undefined : { name: 'channel', path: ['channeldata.json'], accept: 'application/json' },
  read: ({ name, version, archive }, answers): RegistryReading => {
    const text = answers.get('channel');
    if (text === undefined) return { kind: 'absent', reason: 'the channel does not describe its packages' };
    const channel = channelOf(text);
    if (channel.kind === 'damaged') return channel;
    const { packages } = channel.value;
    const described = Object.hasOwn(packages, name) ? salvage(packageSchema, packages[name]).value : undefined;
    if (described === undefined) return { kind: 'absent', reason: 'the channel does not know the package' };
    const { version: latest, license, dev_url, home, source_git_url, source_url, timestamp } = described;
    const addresses = [dev_url, source_git_url, home, source_url].flatMap(listed);
    const isNewest = latest === version;
    const isBuild = isNewest && archive !== undefined && stemOf(archive) === stemOf(described.reference_package ?? '');
    return {
      kind: 'facts',
      facts: factsFrom({
        licence: isNewest ? listed(license).flatMap((one) => licenceFrom(one) ?? [])[0] : undefined,
        repository: repositoryAmong(addresses),
        homepage: listed(home)[0],
        latest,
        released: isBuild ? dayOf(timestamp) : undefined,
      }),
    };
  },
  baseOf: (download) => /^(https?:\/\/.+)\/[^/]+\/[^/]+\.(?:conda|tar\.bz2)$/.exec(download)?.[1],
  isAt: (base, { namespace: channel }: Omit<RegistryPackage, 'base'>) =>
    channel === undefined || channel === 'defaults' || base.endsWith(`/${channel}`),
};

/** A field of an address holds one, or a list of them. */
function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

/** The name of an archive without its folder and ending: a build is packed in both forms. */
function stemOf(archive: string): string {
  return archive.replace(/^.*\//, '').replace(/\.(?:conda|tar\.bz2)$/, '');
}

/** Seconds since 1970, as channels are indexed today, or milliseconds, as packages have them. */
function dayOf(timestamp: number | null | undefined): string | undefined {
  if (timestamp === null || timestamp === undefined || timestamp <= 0 || timestamp > 8e15) return undefined;
  return new Date(timestamp > 1e11 ? timestamp : timestamp * 1000).toISOString().slice(0, 10);
}
