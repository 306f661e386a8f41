import { z } from 'zod';
import type { Registry, RegistryReading } from '../model/plugs/registry.ts';
import { jsonAnswer } from './json-answer.ts';
import { factsFrom } from './told.ts';

const text = z.string().nullish();

const packageSchema = z.object({
  latest: z.object({ version: z.string() }).optional(),
  isDiscontinued: z.boolean().nullish(),
  replacedBy: text,
  versions: z.array(
    z.object({
      version: z.string(),
      published: text,
      retracted: z.boolean().nullish(),
      pubspec: z.object({ homepage: text, repository: text }).nullish(),
    }),
  ),
});

const publisherSchema = z.object({ publisherId: text });

/** A repository of Dart packages (hosted repository specification, version 2); it states no licence. */
export const pub: Registry = {
  name: 'pub',
  title: 'Dart package repository',
  configured: 'url in pubspec.lock, or PUB_HOSTED_URL',
  ask: ({ name }, answers) => {
    const path = ['api', 'packages', name];
    const accept = 'application/vnd.pub.v2+json, application/json';
    if (!answers.has('package')) return { name: 'package', path, accept };
    if (answers.get('package') === undefined || answers.has('publisher')) return undefined;
    return { name: 'publisher', path: [...path, 'publisher'], accept };
  },
  read: ({ version }, answers): RegistryReading => {
    const written = answers.get('package');
    if (written === undefined) return { kind: 'absent', reason: 'the repository does not know the package' };
    const answer = jsonAnswer(packageSchema, written);
    if (answer.kind === 'damaged') return answer;
    const { versions, latest, isDiscontinued, replacedBy } = answer.value;
    const stated = versions.find((one) => one.version === version);
    if (stated === undefined) return { kind: 'absent', reason: `the repository knows the package without ${version}` };
    const publisher = answers.get('publisher');
    const told = publisher === undefined ? undefined : jsonAnswer(publisherSchema, publisher);
    const instead = replacedBy ? `discontinued, replaced by ${replacedBy}` : 'discontinued';
    return {
      kind: 'facts',
      facts: factsFrom({
        supplier: told?.kind === 'value' ? told.value.publisherId : undefined,
        repository: stated.pubspec?.repository,
        homepage: stated.pubspec?.homepage,
        deprecated: isDiscontinued === true ? instead : undefined,
        yanked: stated.retracted === true ? 'without a reason' : undefined,
        latest: latest?.version,
        released: stated.published,
      }),
    };
  },
};
