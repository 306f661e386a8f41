import { repositoryPinning } from '../../../base/packages/repositories/repository-pinning.ts';
import type { ScopeEvidence } from '../../../model/component.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { LinePlace } from '../../../model/place.ts';
import { quote } from '../../../base/quote.ts';
import { entryProblem } from '../../../base/reading.ts';
import type { LockedPackage } from '../locked/locked-packages.ts';
import { readNeed, type Need } from '../needs/need.ts';
import { fileNameOf, repositoryAt, type Repository } from '../../../base/packages/repositories/package-address.ts';
import type { PdmArchive, PdmPackage } from './pdm-lock-schema.ts';
import { pypiComponent, registryName } from '../pypi-package.ts';
import type { Project } from '../manifests/pyproject.ts';
import { readHashes, relock } from '../locked/read-hashes.ts';
import { sourceAt } from '../requirement/requirement-source.ts';
import { scopeOfName } from '../scope-of-name.ts';

/** An entry of pdm.lock beside the entries that say what its extras need. */
export type PdmEntries = {
  readonly entry: PdmPackage;
  readonly extras: readonly PdmPackage[];
  readonly archives: readonly PdmArchive[];
  /** The line of a key of the entry. */
  readonly placeOf: (key: string) => LinePlace;
};

/** Makes a locked package of the entries of one package and version. */
export function pdmPackage(
  { entry, extras, archives, placeOf }: PdmEntries,
  project: Project | undefined,
  diagnostics: Diagnostic[],
): LockedPackage {
  const name = registryName(entry.name);
  const at = placeOf('');
  const repository = repositoryOf(entry);
  const address = repository === undefined ? (entry.url ?? entry.path) : undefined;
  const source = address === undefined ? undefined : sourceAt(address, name, entry.editable, []);
  const { hashes, problems } = readHashes(
    name,
    archives.map(({ file, url, hash }) => ({ hash, of: file ?? (url === undefined ? 'archive' : fileNameOf(url)) })),
    at,
  );
  const read = (texts: readonly string[]) => needsOf(texts, name, at, diagnostics);
  const [archive] = archives;
  for (const each of problems) diagnostics.push(each);
  return {
    facts: {
      ...pypiComponent({
        name,
        version: entry.version,
        pinning: pinningOf(entry, repository),
        hashes,
        repository,
        archive: source?.archive,
        download: archives.length === 1 ? archive?.url : undefined,
        at,
      }),
      description: entry.summary === '' ? undefined : entry.summary,
    },
    at,
    own: source?.own === true,
    needs: read([...entry.dependencies, ...(project === undefined ? extras : []).flatMap((one) => one.dependencies)]),
    extras: new Map(
      extras.flatMap((one) => one.extras.map((extra) => [registryName(extra), read(one.dependencies)] as const)),
    ),
    told: toldScope([entry, ...extras], project, placeOf),
    marker: entry.marker,
  };
}

function repositoryOf({ git, hg, svn, bzr, ref, revision, subdirectory }: PdmPackage): Repository | undefined {
  const [kind, address] = Object.entries({ git, hg, svn, bzr }).find(([, given]) => given !== undefined) ?? [];
  if (kind === undefined || address === undefined) return undefined;
  return repositoryAt(kind, address, revision ?? ref, subdirectory);
}

function pinningOf({ version }: PdmPackage, repository: Repository | undefined): LockedPackage['facts']['pinning'] {
  return version === undefined && repository === undefined
    ? { kind: 'range', asked: '*' }
    : repositoryPinning(repository);
}

function needsOf(texts: readonly string[], name: string, at: LinePlace, diagnostics: Diagnostic[]): readonly Need[] {
  return texts.flatMap((text) => {
    const need = readNeed(text);
    if (need === undefined)
      diagnostics.push(entryProblem(at, `${name} needs ${quote(text)}, which names no package`, relock));
    return need ?? [];
  });
}

/** The scope by `groups`, which PDM writes with its strategy `inherit_metadata`; the manifest tells extras from other groups. */
function toldScope(
  entries: readonly PdmPackage[],
  project: Project | undefined,
  placeOf: (key: string) => LinePlace,
): ScopeEvidence | undefined {
  if (entries.every(({ groups }) => groups === undefined)) return undefined;
  const groups = [...new Set(entries.flatMap(({ groups: some = [] }) => some))];
  const at = placeOf('groups');
  if (groups.includes('default')) return { scope: 'runtime', reason: 'group default', at };
  const reason = `group${groups.length > 1 ? 's' : ''} ${groups.join(', ')}`;
  const scopes = new Set(groups.map((group) => scopeOfGroup(group, project)));
  const scope = (['optional', 'unknown', 'development'] as const).find((candidate) => scopes.has(candidate));
  return { scope: scope ?? 'unknown', reason, at };
}

function scopeOfGroup(group: string, project: Project | undefined): ScopeEvidence['scope'] {
  if (project?.extras.has(registryName(group)) === true) return 'optional';
  if (project?.groups.has(registryName(group)) === true) return 'development';
  return scopeOfName(group) ?? 'unknown';
}
