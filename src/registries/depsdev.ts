import { z } from 'zod';
import { quote } from '../base/quote.ts';
import type { PackageRegistryName, Registry, RegistryReading } from '../model/plugs/registry.ts';
import { jsonAnswer } from './json-answer.ts';
import { factsFrom, namesFrom } from './told.ts';

/** The collection's names for types of packages. */
const systems: Partial<Record<PackageRegistryName, string>> = {
  cargo: 'cargo',
  gem: 'rubygems',
  golang: 'go',
  maven: 'maven',
  npm: 'npm',
  nuget: 'nuget',
  pypi: 'pypi',
};

const schema = z.object({
  versionKey: z.object({ name: z.string(), version: z.string() }),
  publishedAt: z.string().nullish(),
  isDefault: z.boolean().nullish(),
  isDeprecated: z.boolean().nullish(),
  licenses: z.array(z.unknown()).nullish(),
  links: z.array(z.object({ label: z.string(), url: z.unknown() })).nullish(),
});

/** A collection with the interface of deps.dev (API v3): licences by SPDX, and links, of packages of seven types. */
export const depsdev: Registry = {
  name: 'depsdev',
  serves: ['cargo', 'gem', 'golang', 'maven', 'npm', 'nuget', 'pypi'],
  title: 'collection of the deps.dev API',
  configured: '--registry depsdev=<address>',
  ask: ({ type, namespace, name, version }, answers) => {
    const system = systems[type];
    if (answers.has('version') || system === undefined) return undefined;
    const joint = type === 'maven' ? ':' : '/';
    const whole = namespace === undefined ? name : `${namespace}${joint}${name}`;
    const path = ['v3', 'systems', system, 'packages', whole, 'versions', version];
    return { name: 'version', path, wholeSteps: true, accept: 'application/json' };
  },
  read: ({ version }, answers): RegistryReading => {
    const text = answers.get('version');
    if (text === undefined) return { kind: 'absent', reason: 'the collection does not know the version' };
    const answer = jsonAnswer(schema, text);
    if (answer.kind === 'damaged') return answer;
    const { versionKey, licenses, links, publishedAt, isDefault, isDeprecated } = answer.value;
    if (versionKey.version !== version)
      return { kind: 'damaged', reason: `it answers for ${quote(versionKey.version)}` };
    const licences = licenses ?? [];
    const link = (wanted: string) => links?.find(({ label }) => label === wanted)?.url;
    return {
      kind: 'facts',
      facts: factsFrom({
        licence: licences.every((one) => one === notSpdx) ? undefined : namesFrom(licences),
        repository: link('SOURCE_REPO'),
        homepage: link('HOMEPAGE'),
        deprecated: isDeprecated === true ? 'without a reason' : undefined,
        latest: isDefault === true ? version : undefined,
        released: publishedAt,
      }),
    };
  },
};

/** Its word for a licence that is none of SPDX: which one it is, it does not say. */
const notSpdx = 'non-standard';
