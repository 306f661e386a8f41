import { z } from 'zod';
import type { Registry, RegistryReading } from '../model/plugs/registry.ts';
import { jsonAnswer } from './json-answer.ts';
import { factsFrom, licencesFrom, namesFrom, textFrom } from './told.ts';

const text = z.string().nullish();

const schema = z.object({
  latest_stable_version: text,
  meta: z
    .object({
      licenses: z.array(z.unknown()).nullish(),
      links: z.record(z.string(), z.unknown()).nullish(),
      maintainers: z.array(z.unknown()).nullish(),
    })
    .nullish(),
  releases: z.array(z.object({ version: z.string(), inserted_at: text })),
  retirements: z.record(z.string(), z.object({ reason: text, message: text })).nullish(),
});

/** A Hex repository, by its HTTP API; packages of an organisation lie below it. */
export const hex: Registry = {
  name: 'hex',
  title: 'Hex API',
  configured: 'HEX_API_URL',
  ask: ({ namespace, name }, answers) => {
    if (answers.has('package')) return undefined;
    const path = [...(namespace === undefined ? [] : ['repos', namespace]), 'packages', name];
    return { name: 'package', path, accept: 'application/json' };
  },
  read: ({ version }, answers): RegistryReading => {
    const written = answers.get('package');
    if (written === undefined) return { kind: 'absent', reason: 'the repository does not know the package' };
    const answer = jsonAnswer(schema, written);
    if (answer.kind === 'damaged') return answer;
    const { meta, releases, retirements, latest_stable_version: latest } = answer.value;
    const release = releases.find((one) => one.version === version);
    if (release === undefined) return { kind: 'absent', reason: `the repository knows the package without ${version}` };
    const retired = retirements && Object.hasOwn(retirements, version) ? retirements[version] : undefined;
    const links = Object.entries(meta?.links ?? {});
    return {
      kind: 'facts',
      facts: factsFrom({
        originator: namesFrom(meta?.maintainers ?? []),
        licence: licencesFrom(meta?.licenses ?? []),
        repository: links.find(([label]) => /^(?:github|gitlab|source|repository|source code)$/i.test(label))?.[1],
        homepage: links.find(([label]) => /^(?:home ?page|website)$/i.test(label))?.[1],
        yanked: retired && (textFrom(retired.message) ?? textFrom(retired.reason) ?? 'without a reason'),
        latest,
        released: release.inserted_at,
      }),
    };
  },
};
