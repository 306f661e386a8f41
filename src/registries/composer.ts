import { z } from 'zod';
import { salvage } from '../base/formats/salvage.ts';
import type { Registry, RegistryAnswers, RegistryPackage, RegistryReading } from '../model/plugs/registry.ts';
import { jsonAnswer } from './json-answer.ts';
import { factsFrom, namesFrom } from './told.ts';

const rootSchema = z.object({ 'metadata-url': z.string() });

const packagesSchema = z.object({
  packages: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
});

const versionSchema = z.object({
  license: z.unknown().optional(),
  authors: z.array(z.object({ name: z.unknown().optional() })).optional(),
  homepage: z.unknown().optional(),
  source: z.object({ url: z.unknown().optional() }).optional(),
  time: z.unknown().optional(),
  abandoned: z.unknown().optional(),
});

type Entry = Readonly<Record<string, unknown>>;

/** A Composer repository (version 2 of its metadata): `packages.json` says where the packages' own files lie. */
export const composer: Registry = {
  name: 'composer',
  title: 'Composer repository',
  configured: 'a repository of type composer in composer.json',
  ask: (wanted, answers) => {
    const accept = 'application/json';
    if (!answers.has('root')) return { name: 'root', path: ['packages.json'], accept };
    const at = addressOf(wanted, answers);
    return at === undefined || answers.has('package') ? undefined : { name: 'package', at, path: [], accept };
  },
  read: (wanted, answers): RegistryReading => {
    const root = answers.get('root');
    if (root === undefined) return { kind: 'absent', reason: 'there is no packages.json' };
    const service = jsonAnswer(rootSchema, root);
    if (service.kind === 'damaged') return service;
    const written = answers.get('package');
    if (written === undefined) return { kind: 'absent', reason: 'the repository does not know the package' };
    const answer = jsonAnswer(packagesSchema, written);
    if (answer.kind === 'damaged') return answer;
    const name = nameOf(wanted);
    const { packages } = answer.value;
    const entries = expanded(Object.hasOwn(packages, name) ? (packages[name] ?? []) : []);
    const entry = entries.find(({ version }) => plain(version) === plain(wanted.version));
    const told = entry && salvage(versionSchema, entry).value;
    if (told === undefined)
      return { kind: 'absent', reason: `the repository knows the package without ${wanted.version}` };
    const latest = entries.find(({ version }) => /^v?\d+(?:\.\d+)*$/.test(String(version)));
    return {
      kind: 'facts',
      facts: factsFrom({
        originator: namesFrom((told.authors ?? []).map((author) => author.name)),
        licence: Array.isArray(told.license)
          ? told.license.filter((one) => typeof one === 'string').join(' OR ')
          : told.license,
        repository: told.source?.url,
        homepage: told.homepage,
        deprecated: abandonment(told.abandoned),
        latest: latest?.['version'],
        released: told.time,
      }),
    };
  },
};

function nameOf({ namespace, name }: RegistryPackage): string {
  return namespace === undefined ? name : `${namespace}/${name}`;
}

function addressOf(wanted: RegistryPackage, answers: RegistryAnswers): string | undefined {
  const root = answers.get('root');
  const service = root === undefined ? undefined : jsonAnswer(rootSchema, root);
  if (service?.kind !== 'value') return undefined;
  const path = service.value['metadata-url'].replace('%package%', nameOf(wanted));
  return URL.canParse(path, wanted.base) ? new URL(path, wanted.base).href : undefined;
}

/** Each version is written as what is otherwise than in the one before (composer/metadata-minifier). */
function expanded(entries: readonly Entry[]): readonly Entry[] {
  let before: Entry = {};
  return entries.map((entry) => {
    const kept = Object.entries({ ...before, ...entry }).filter(([, value]) => value !== '__unset');
    before = Object.fromEntries(kept);
    return before;
  });
}

function plain(version: unknown): string {
  return String(version).replace(/^v/, '');
}

function abandonment(stated: unknown): string | undefined {
  if (stated === true) return 'abandoned';
  return typeof stated === 'string' && stated !== '' ? `abandoned for ${stated}` : undefined;
}
