import { repositoryPinning } from '../../../base/packages/repositories/repository-pinning.ts';
import { entryProblem } from '../../../base/reading.ts';
import { quote } from '../../../base/quote.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { LinePlace } from '../../../model/place.ts';
import type { LockedPackage } from '../locked/locked-packages.ts';
import { readNeed, type Need } from '../needs/need.ts';
import { fileNameOf, repositoryAt, withoutSecrets } from '../../../base/packages/repositories/package-address.ts';
import type { PylockArchive, PylockPackage } from './pylock-schema.ts';
import { pypiComponent, registryName, type PypiFacts } from '../pypi-package.ts';
import { readHashes, relock, type ArchiveHash } from '../locked/read-hashes.ts';
import { sourceAt } from '../requirement/requirement-source.ts';

/** Makes a locked package of an entry of pylock.toml, but for its scope. */
export function pylockPackage(
  entry: PylockPackage,
  at: LinePlace,
  diagnostics: Diagnostic[],
): Omit<LockedPackage, 'told'> {
  const name = registryName(entry.name);
  const archives = [entry.archive ?? entry.sdist ?? [], entry.wheels].flat();
  const { hashes, problems } = readHashes(name, archives.flatMap(digestsOf), at);
  const { own, ...origin } = originOf(name, entry, hashes);
  const single = entry.sdist ?? (entry.wheels.length === 1 ? entry.wheels[0] : undefined);
  for (const each of problems) diagnostics.push(each);
  return {
    facts: pypiComponent({
      ...origin,
      name,
      hashes,
      download: single?.url === undefined ? undefined : withoutSecrets(single.url),
      at,
    }),
    at,
    own,
    needs: needsOf(entry, at, diagnostics),
    extras: new Map(),
    marker: entry.marker,
  };
}

function digestsOf({ hashes, url, path, name }: PylockArchive): readonly ArchiveHash[] {
  const place = url ?? path;
  const of = name ?? (place === undefined ? 'archive' : fileNameOf(place));
  return Object.entries(hashes).map(([algorithm, value]) => ({ hash: `${algorithm}:${value}`, of }));
}

type Origin = Pick<PypiFacts, 'version' | 'pinning' | 'repository' | 'archive'> & { readonly own: boolean };

/** Where a package comes from: a repository, a folder, an archive, or a registry. */
function originOf(name: string, entry: PylockPackage, hashes: PypiFacts['hashes']): Origin {
  const { version, vcs, directory, archive } = entry;
  if (vcs !== undefined) {
    const state = vcs['commit-id'] ?? vcs['requested-revision'];
    const repository = repositoryAt(vcs.type, vcs.url ?? vcs.path ?? '', state, vcs.subdirectory);
    return {
      version: version ?? repository.commit,
      pinning: repositoryPinning(repository),
      repository,
      archive: undefined,
      own: false,
    };
  }
  const location = directory?.path ?? archive?.url ?? archive?.path;
  if (location !== undefined) {
    const source = sourceAt(location, name, directory?.editable === true, hashes);
    return {
      ...source,
      version: version ?? source.version,
      pinning: version === undefined ? source.pinning : { kind: 'exact' },
    };
  }
  const pinning = version === undefined ? ({ kind: 'range', asked: '*' } as const) : ({ kind: 'exact' } as const);
  return { version, pinning, repository: undefined, archive: undefined, own: false };
}

function needsOf(entry: PylockPackage, at: LinePlace, diagnostics: Diagnostic[]): readonly Need[] | undefined {
  const standard = entry.dependencies?.map(({ name, version }) => ({
    name: registryName(name),
    extras: [],
    specifiers: version === undefined ? '*' : `===${version}`,
    conditional: false,
    marker: undefined,
  }));
  return (
    standard ??
    entry.tool?.pdm?.dependencies?.flatMap((text) => {
      const need = readNeed(text);
      if (need !== undefined) return [{ ...need, extras: [] }];
      diagnostics.push(entryProblem(at, `${entry.name} needs ${quote(text)}, which names no package`, relock));
      return [];
    })
  );
}
