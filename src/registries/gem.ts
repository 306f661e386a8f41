import { z } from 'zod';
import type { Registry, RegistryReading } from '../model/plugs/registry.ts';
import { jsonAnswer } from './json-answer.ts';
import { factsFrom, licencesFrom } from './told.ts';

const text = z.string().nullish();

const versionSchema = z.object({
  version: text,
  number: text,
  licenses: z.array(z.unknown()).nullish(),
  authors: text,
  homepage_uri: text,
  source_code_uri: text,
  version_created_at: text,
  created_at: text,
  yanked: z.boolean().nullish(),
});

const latestSchema = z.object({ version: z.string() });

/** A server of Ruby gems (API 2 for a version, API 1 for the latest). */
export const gem: Registry = {
  name: 'gem',
  title: 'gem server',
  configured: 'a remote in Gemfile.lock',
  ask: ({ name, version }, answers) => {
    const accept = 'application/json';
    if (!answers.has('version'))
      return { name: 'version', path: ['api', 'v2', 'rubygems', name, 'versions', `${version}.json`], accept };
    if (answers.has('latest')) return undefined;
    return { name: 'latest', path: ['api', 'v1', 'versions', name, 'latest.json'], accept };
  },
  read: ({ version: wanted }, answers): RegistryReading => {
    const version = answers.get('version');
    if (version === undefined) return { kind: 'absent', reason: 'the server does not know the version' };
    const answer = jsonAnswer(versionSchema, version);
    if (answer.kind === 'damaged') return answer;
    const told = answer.value;
    // Servers that do not name the version give it as `number`, and those that are none give neither.
    if ((told.version ?? told.number) !== wanted) return { kind: 'damaged', reason: 'it is no answer on that version' };
    const newest = answers.get('latest');
    const latest = newest === undefined ? undefined : jsonAnswer(latestSchema, newest);
    return {
      kind: 'facts',
      facts: factsFrom({
        originator: told.authors,
        licence: licencesFrom(told.licenses ?? []),
        repository: told.source_code_uri,
        homepage: told.homepage_uri,
        yanked: told.yanked === true ? 'without a reason' : undefined,
        latest: latest?.kind === 'value' ? latest.value.version : undefined,
        released: told.version_created_at ?? told.created_at,
      }),
    };
  },
};
