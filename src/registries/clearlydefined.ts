import { z } from 'zod';
import { quote } from '../base/quote.ts';
import type { PackageRegistryName, Registry, RegistryReading } from '../model/plugs/registry.ts';
import { jsonAnswer } from './json-answer.ts';
import { factsFrom, textFrom } from './told.ts';

/** Type and provider in the coordinates of the collection, by types of packages. */
const coordinates: Partial<Record<PackageRegistryName, readonly [type: string, provider: string]>> = {
  cargo: ['crate', 'cratesio'],
  composer: ['composer', 'packagist'],
  gem: ['gem', 'rubygems'],
  golang: ['go', 'golang'],
  maven: ['maven', 'mavencentral'],
  npm: ['npm', 'npmjs'],
  nuget: ['nuget', 'nuget'],
  pypi: ['pypi', 'pypi'],
};

const schema = z.object({
  coordinates: z.object({ revision: z.string() }),
  described: z
    .object({
      releaseDate: z.string().nullish(),
      projectWebsite: z.unknown().optional(),
      sourceLocation: z.object({ url: z.unknown().optional() }).nullish(),
    })
    .nullish(),
  licensed: z.object({ declared: z.string().nullish() }).nullish(),
});

/** A collection with the interface of ClearlyDefined: licences that its scanners and people concluded, and where a version was made from. */
export const clearlydefined: Registry = {
  name: 'clearlydefined',
  serves: ['cargo', 'composer', 'gem', 'golang', 'maven', 'npm', 'nuget', 'pypi'],
  title: 'collection of the ClearlyDefined API',
  configured: '--registry clearlydefined=<address>',
  ask: ({ type, namespace, name, version }, answers) => {
    const known = coordinates[type];
    if (answers.has('definition') || known === undefined) return undefined;
    const path = ['definitions', ...known, namespace ?? '-', name, version];
    return { name: 'definition', path, wholeSteps: true, accept: 'application/json' };
  },
  read: ({ version }, answers): RegistryReading => {
    const text = answers.get('definition');
    if (text === undefined) return { kind: 'absent', reason: unseen };
    const answer = jsonAnswer(schema, text);
    if (answer.kind === 'damaged') return answer;
    const { coordinates: of, described, licensed } = answer.value;
    if (of.revision !== version) return { kind: 'damaged', reason: `it answers for ${quote(of.revision)}` };
    const declared = textFrom(licensed?.declared);
    const facts = factsFrom({
      licence: isVerdict(declared) ? declared : undefined,
      repository: repositoryOf(described?.sourceLocation?.url),
      homepage: described?.projectWebsite,
      released: described?.releaseDate,
    });
    if (Object.keys(facts).length > 0) return { kind: 'facts', facts };
    return {
      kind: 'absent',
      reason: declared ? `the collection could not tell the licence: ${quote(declared)}` : unseen,
    };
  },
};

const unseen = 'nobody has looked at this version there';

/** A source location is a commit's page; the repository is above it. */
function repositoryOf(url: unknown): unknown {
  return typeof url === 'string' ? url.replace(/\/(?:tree|commit)\/[^/]+$/, '') : undefined;
}

/** Whether it names a licence: with these words the collection says that it could not tell. */
function isVerdict(declared: string | null | undefined): boolean {
  return !/^(?:NOASSERTION|NONE|OTHER)$/.test(declared ?? 'NONE');
}
