import { z } from 'zod';
import type { Registry, RegistryAnswers, RegistryReading } from '../model/plugs/registry.ts';
import { jsonAnswer } from './json-answer.ts';
import { factsFrom, licenceFrom, textFrom } from './told.ts';

const serviceSchema = z.object({
  resources: z.array(z.object({ '@id': z.string(), '@type': z.union([z.string(), z.array(z.string())]) })),
});

const entrySchema = z.object({
  authors: z.union([z.string(), z.array(z.string())]).nullish(),
  licenseExpression: z.string().nullish(),
  licenseUrl: z.string().nullish(),
  projectUrl: z.string().nullish(),
  repository: z.union([z.string(), z.object({ url: z.string().optional() })]).nullish(),
  deprecation: z.object({ message: z.string().nullish(), reasons: z.array(z.string()).nullish() }).nullish(),
});

const leafSchema = z.object({
  listed: z.boolean().nullish(),
  published: z.string().nullish(),
  catalogEntry: z.union([z.string(), entrySchema]),
});

const versionsSchema = z.object({ versions: z.array(z.string()) });

/** A NuGet server (API 3): the service index names the registration of a version, which names its catalogue entry. */
export const nuget: Registry = {
  name: 'nuget',
  title: 'NuGet server',
  configured: 'a package source in NuGet.Config',
  ask: ({ base, name, version }, answers) => {
    const accept = 'application/json';
    if (!answers.has('service')) return { name: 'service', at: base, path: [], accept };
    const registrations = resource(answers, 'RegistrationsBaseUrl');
    const lower = name.toLowerCase();
    if (registrations === undefined) return undefined;
    if (!answers.has('leaf'))
      return { name: 'leaf', at: registrations, path: [lower, `${version.toLowerCase()}.json`], accept };
    const leaf = leafOf(answers);
    if (typeof leaf?.catalogEntry === 'string' && !answers.has('entry'))
      return { name: 'entry', at: leaf.catalogEntry, path: [], accept };
    const content = resource(answers, 'PackageBaseAddress');
    if (leaf === undefined || content === undefined || answers.has('versions')) return undefined;
    return { name: 'versions', at: content, path: [lower, 'index.json'], accept };
  },
  read: (_, answers, compare): RegistryReading => {
    const service = answers.get('service');
    if (service === undefined) return { kind: 'absent', reason: 'there is no service index' };
    const index = jsonAnswer(serviceSchema, service);
    if (index.kind === 'damaged') return index;
    const written = answers.get('leaf');
    if (written === undefined) return { kind: 'absent', reason: 'the server does not know the version' };
    const leaf = jsonAnswer(leafSchema, written);
    if (leaf.kind === 'damaged') return leaf;
    const { listed, published, catalogEntry } = leaf.value;
    const told = typeof catalogEntry === 'string' ? valueOf(entrySchema, answers.get('entry')) : catalogEntry;
    const versions = valueOf(versionsSchema, answers.get('versions'))?.versions ?? [];
    const { deprecation, authors, repository } = told ?? {};
    return {
      kind: 'facts',
      facts: factsFrom({
        originator: Array.isArray(authors) ? authors.join(', ') : authors,
        licence: licenceFrom(told?.licenseExpression) ?? told?.licenseUrl,
        repository: typeof repository === 'string' ? repository : repository?.url,
        homepage: told?.projectUrl,
        deprecated: deprecation && (textFrom(deprecation.message) ?? deprecation.reasons?.join(', ') ?? 'deprecated'),
        yanked: listed === false ? 'unlisted' : undefined,
        latest: versions
          .filter((version) => !version.includes('-'))
          .toSorted(compare)
          .at(-1),
        // An unlisted version is dated 1900.
        released: listed === false ? undefined : published,
      }),
    };
  },
};

function valueOf<T>(schema: z.ZodType<T>, text: string | undefined): T | undefined {
  const answer = text === undefined ? undefined : jsonAnswer(schema, text);
  return answer?.kind === 'value' ? answer.value : undefined;
}

function leafOf(answers: RegistryAnswers) {
  return valueOf(leafSchema, answers.get('leaf'));
}

/** The address of a resource; of several versions of it the last one named. */
function resource(answers: RegistryAnswers, type: string): string | undefined {
  const resources = valueOf(serviceSchema, answers.get('service'))?.resources ?? [];
  return resources.findLast((one) => [one['@type']].flat().some((stated) => stated.startsWith(type)))?.['@id'];
}
