import { repositoryPinning } from '../../base/packages/repositories/repository-pinning.ts';
import { z } from 'zod';
import { parseJson } from '../../base/formats/json/json.ts';
import { shapeProblems, syntaxProblem, unreadable } from '../../base/reading.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import type { Component, Scope } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { KeyPath } from '../../model/place.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { repositoryAt } from '../../base/packages/repositories/package-address.ts';
import { readPipfile } from './manifests/pipfile.ts';
import { pypiComponent, registryName, type PypiFacts } from './pypi-package.ts';
import { readHashes } from './locked/read-hashes.ts';
import { sourceAt } from './requirement/requirement-source.ts';
import { readSpecifiers } from './requirement/requirement-specifiers.ts';
import { scopeOfName } from './scope-of-name.ts';

/** Reads Pipfile.lock, `pipfile-spec` 6: a section for each category of the Pipfile, in which nobody says who needs whom. */
export const pipfileLock: Reader = {
  name: 'pipfile-lock',
  title: 'Pipfile.lock',
  capabilities: { scope: true, graph: false, hashes: true, licence: false, direct: true },
  companions: (_, path) => [pipfileOf(path)],
  read: ({ path, text, companions }) => {
    const json = parseJson(text);
    if ('message' in json) return unreadable(syntaxProblem(path, json.message, json.at));
    const lock = checkSchema(lockSchema, json.value);
    if (!lock.ok) return unreadable(...shapeProblems(path, lock.problems, json.lineOf));
    const { _meta: _, ...sections } = lock.value;
    const pipfile = companions.get(pipfileOf(path));
    const { asked, diagnostics: ofPipfile = [] } = pipfile === undefined ? {} : readPipfile(pipfileOf(path), pipfile);
    const read = Object.entries(sections).flatMap(([section, entries]) =>
      Object.entries(entries).map(([name, entry]) => component(path, section, name, entry, asked, json.lineOf)),
    );
    return {
      components: read.map((one) => one.component),
      graph: 'none',
      diagnostics: [...ofPipfile, ...read.flatMap(({ problems }) => problems)],
    };
  },
};

const entrySchema = z.looseObject({
  version: z.string().optional(),
  hashes: z.array(z.string()).default([]),
  git: z.string().optional(),
  hg: z.string().optional(),
  svn: z.string().optional(),
  bzr: z.string().optional(),
  ref: z.string().optional(),
  subdirectory: z.string().optional(),
  path: z.string().optional(),
  file: z.string().optional(),
  editable: z.boolean().default(false),
});

const lockSchema = z
  .object({ _meta: z.looseObject({ 'pipfile-spec': z.number().optional() }) })
  .catchall(z.record(z.string(), entrySchema));

type Entry = z.infer<typeof entrySchema>;

function pipfileOf(path: string): string {
  return path.replace(/(?<![^/])[^/]+$/, 'Pipfile');
}

function component(
  file: string,
  section: string,
  key: string,
  entry: Entry,
  asked: ReadonlySet<string> | undefined,
  lineOf: (keyPath: KeyPath) => number,
): { readonly component: Component; readonly problems: readonly Diagnostic[] } {
  const name = registryName(key);
  const at = { file, line: lineOf([section, key]) };
  const { hashes, problems } = readHashes(
    name,
    entry.hashes.map((hash) => ({ hash, of: 'archive' })),
    at,
  );
  const { own, ...origin } = originOf(name, entry, hashes);
  const relation = asked === undefined ? 'unknown' : asked.has(name) ? 'direct' : 'transitive';
  const scope = scopeOfSection(section);
  return {
    component: {
      ...pypiComponent({ ...origin, name, hashes, at }),
      scope,
      scopeEvidence: [{ scope, reason: `section "${section}"`, at: { file, line: lineOf([section]) } }],
      relation: own ? 'direct' : relation,
      firstParty: own,
      dependsOn: undefined,
    },
    problems,
  };
}

type Origin = Pick<PypiFacts, 'version' | 'pinning' | 'repository' | 'archive'> & { readonly own: boolean };

/** Where a package comes from: a repository, an archive, a folder of the product, or a registry. */
function originOf(name: string, entry: Entry, hashes: PypiFacts['hashes']): Origin {
  const { version = '', git, hg, svn, bzr, ref, subdirectory, path, file, editable } = entry;
  const [kind, address] = Object.entries({ git, hg, svn, bzr }).find(([, given]) => given !== undefined) ?? [];
  const pinned = readSpecifiers(version);
  if (kind !== undefined && address !== undefined) {
    const repository = repositoryAt(kind, address, ref, subdirectory);
    return {
      version: pinned?.version ?? repository.commit,
      pinning: repositoryPinning(repository),
      repository,
      archive: undefined,
      own: false,
    };
  }
  const location = path ?? file;
  const source = location === undefined ? undefined : sourceAt(location, name, editable, hashes);
  if (source !== undefined) return { ...source, version: pinned?.version ?? source.version };
  const unread = { version: undefined, pinning: { kind: 'range', asked: version } } as const;
  return { ...(pinned ?? unread), repository: undefined, archive: undefined, own: false };
}

function scopeOfSection(section: string): Scope {
  if (section === 'default') return 'runtime';
  return section === 'develop' ? 'development' : (scopeOfName(section) ?? 'unknown');
}
