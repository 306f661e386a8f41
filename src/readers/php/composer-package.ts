import { repositoryAt, withoutSecrets } from '../../base/packages/repositories/package-address.ts';
import { formatPurl } from '../../base/packages/purl.ts';
import type { Component, Hash, LicenceStatement } from '../../model/component.ts';
import type { LinePlace } from '../../model/place.ts';
import type { ComposerEntry } from './composer-lock-schema.ts';

/** The part of a component that follows from its entry alone. */
export type ComposerFacts = Omit<Component, 'scope' | 'scopeEvidence' | 'relation' | 'dependsOn'>;

/** Makes that part. A branch is pinned by its commit; without one it can move. */
export function composerPackage(entry: ComposerEntry, at: LinePlace): ComposerFacts {
  const { name, version, source, dist } = entry;
  const isFolder = dist?.type === 'path' || (dist === undefined && source?.type === 'path');
  const repository =
    isFolder || !source?.url
      ? undefined
      : repositoryAt(source.type ?? 'git', source.url, source.reference ?? undefined);
  const isBranch = /^dev-|[.-]dev$/.test(version);
  // What a registry offers is known by its version; of a branch, or from elsewhere, the repository tells what it is.
  const vcsUrl = isBranch || !entry['notification-url'] ? repository?.vcsUrl : undefined;
  const isPinned = !isBranch || isFolder || Boolean(source?.reference ?? dist?.reference);
  return {
    purl: composerPurl(name, version, vcsUrl),
    type: 'composer',
    name,
    version,
    pinning: isPinned ? { kind: 'exact' } : { kind: 'mutable', asked: version },
    firstParty: isFolder,
    foundAt: [at],
    hashes: hashesOf(dist?.shasum),
    licences: licencesOf(entry.license, at),
    supplier: namesOf(entry.authors),
    homepage: entry.homepage || undefined,
    repository: repository?.address,
    download: isFolder || !dist?.url ? undefined : withoutSecrets(dist.url),
    description: entry.description || undefined,
    source: undefined,
  };
}

/** The package URL of a package `vendor/name`. */
export function composerPurl(name: string, version: string | undefined, vcsUrl?: string): string {
  const slash = name.indexOf('/');
  return formatPurl({
    type: 'composer',
    namespace: slash === -1 ? undefined : name.slice(0, slash),
    name: name.slice(slash + 1),
    version,
    qualifiers: { vcs_url: vcsUrl },
  });
}

function hashesOf(shasum: string | null | undefined): Hash[] {
  return typeof shasum === 'string' && /^[0-9a-f]{40}$/.test(shasum)
    ? [{ algorithm: 'sha1', value: shasum, of: 'archive' }]
    : [];
}

/** A list of licences is a choice between them (composer.json schema, `license`). */
function licencesOf(license: ComposerEntry['license'], at: LinePlace): LicenceStatement[] {
  const listed = (typeof license === 'string' ? [license] : (license ?? [])).filter((text) => text.trim() !== '');
  if (listed.length === 0) return [];
  const bracketed = (text: string) => (/\s/.test(text) && !text.startsWith('(') ? `(${text})` : text);
  return [{ expression: listed.length === 1 ? (listed[0] ?? '') : listed.map(bracketed).join(' OR '), at }];
}

function namesOf(authors: ComposerEntry['authors']): string | undefined {
  const names = new Set((authors ?? []).flatMap(({ name }) => name?.trim() || []));
  return names.size === 0 ? undefined : [...names].join(', ');
}
