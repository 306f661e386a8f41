import { z } from 'zod';
import type { CompareVersions, Registry, RegistryAnswers, RegistryReading } from '../model/plugs/registry.ts';
import { jsonAnswer } from './json-answer.ts';
import { factsFrom } from './told.ts';

const lineSchema = z.object({
  vers: z.string(),
  yanked: z.boolean().optional(),
  pubtime: z.string().optional(),
});

const configSchema = z.object({ api: z.string().nullish() });

const text = z.string().nullish();

const crateSchema = z.object({
  crate: z.object({ homepage: text, repository: text, max_stable_version: text }).optional(),
  versions: z
    .array(
      z.object({
        num: z.string(),
        license: text,
        created_at: text,
        yanked: z.boolean().nullish(),
        yank_message: text,
        published_by: z.object({ name: text, login: text }).nullish(),
      }),
    )
    .optional(),
});

type IndexLine = z.infer<typeof lineSchema>;

/** A registry of crates: its sparse index (RFC 2789), and the web API that its `config.json` names, which tells licences. */
export const cargo: Registry = {
  name: 'cargo',
  title: 'crate registry',
  configured: 'a sparse+ address in .cargo/config.toml: a replacement of crates-io, or a registry',
  ask: ({ name }, answers) => {
    if (!answers.has('index')) return { name: 'index', path: indexPath(name), accept: 'text/plain, */*' };
    if (answers.get('index') === undefined) return undefined;
    if (!answers.has('config')) return { name: 'config', path: ['config.json'], accept: 'application/json' };
    const api = apiOf(answers);
    if (api === undefined || answers.has('crate')) return undefined;
    const path = ['api', 'v1', 'crates', name];
    return { name: 'crate', at: api, path, accept: 'application/json', pause: 1000 };
  },
  read: ({ version }, answers, compare): RegistryReading => {
    const index = answers.get('index');
    if (index === undefined) return { kind: 'absent', reason: 'the index does not know the crate' };
    const lines = linesOf(index);
    if (lines.length === 0) return { kind: 'damaged', reason: 'it holds no line of a crate index' };
    const line = lines.find(({ vers }) => vers === version);
    if (line === undefined) return { kind: 'absent', reason: `the index knows the crate without ${version}` };
    const text = answers.get('crate');
    const answer = text === undefined ? undefined : jsonAnswer(crateSchema, text);
    const told = answer?.kind === 'value' ? answer.value : undefined;
    const stated = told?.versions?.find(({ num }) => num === version);
    return {
      kind: 'facts',
      facts: factsFrom({
        supplier: stated?.published_by?.name ?? stated?.published_by?.login,
        licence: stated?.license,
        repository: told?.crate?.repository,
        homepage: told?.crate?.homepage,
        yanked: line.yanked === true ? (stated?.yank_message ?? 'without a reason') : undefined,
        latest: told?.crate?.max_stable_version ?? latestOf(lines, compare),
        released: stated?.created_at ?? line.pubtime,
      }),
    };
  },
};

/** Where a crate stands in the index: by the length of its name, in small letters. */
function indexPath(name: string): readonly string[] {
  const small = name.toLowerCase();
  if (small.length <= 2) return [String(small.length), small];
  if (small.length === 3) return ['3', small.slice(0, 1), small];
  return [small.slice(0, 2), small.slice(2, 4), small];
}

function apiOf(answers: RegistryAnswers): string | undefined {
  const config = answers.get('config');
  const answer = config === undefined ? undefined : jsonAnswer(configSchema, config);
  return answer?.kind === 'value' ? (answer.value.api ?? undefined) : undefined;
}

function linesOf(index: string): readonly IndexLine[] {
  return index.split('\n').flatMap((line) => {
    const answer = line.trim() === '' ? undefined : jsonAnswer(lineSchema, line);
    return answer?.kind === 'value' ? [answer.value] : [];
  });
}

/** The newest version that is no pre-release and was not taken back. */
function latestOf(lines: readonly IndexLine[], compare: CompareVersions): string | undefined {
  const versions = lines.filter(({ yanked, vers }) => yanked !== true && !vers.includes('-')).map(({ vers }) => vers);
  return versions.toSorted(compare).at(-1);
}
