import { componentFacts } from '../../base/packages/component-facts.ts';
import { formatPurl } from '../../base/packages/purl.ts';
import type { Hash } from '../../model/component.ts';
import type { LinePlace } from '../../model/place.ts';
import type { ComponentFacts } from '../../base/packages/component-facts.ts';
import type { RSource } from './r-source.ts';
import type { RenvEntry } from './renv-lock-schema.ts';

/** Makes the part of a component that follows from its entry. */
export function renvPackage(name: string, entry: RenvEntry, source: RSource, at: LinePlace): ComponentFacts {
  const repository = source.kind === 'git' ? source.repository : undefined;
  const type = source.kind === 'bioconductor' ? 'bioconductor' : 'cran';
  const archive = source.kind === 'archive' ? source.address : undefined;
  return {
    ...rPackage(name, entry.Version, at),
    purl: formatPurl({
      type,
      name,
      version: entry.Version,
      qualifiers: {
        vcs_url: repository?.vcsUrl,
        repository_url: source.kind === 'repository' ? source.address : undefined,
        download_url: archive !== undefined && /^https?:\/\//.test(archive) ? archive : undefined,
      },
    }),
    type,
    pinning:
      source.kind === 'git' && !source.isPinned
        ? { kind: 'mutable', asked: source.repository.vcsUrl }
        : { kind: 'exact' },
    hashes: hashesOf(entry.Hash),
    licences: entry.License ? [{ expression: entry.License.trim(), at }] : [],
    supplier:
      entry.Maintainer?.trim()
        .replace(/<[^<>]*>$/, '')
        .trim() || undefined,
    homepage: /https?:\/\/[^\s,]+/.exec(entry.URL ?? '')?.[0],
    repository: repository?.address,
    download: archive,
    description: entry.Title?.replace(/\s+/g, ' ').trim() || undefined,
  };
}

/** A package of which no more is known than its name and version. */
export function rPackage(name: string, version: string | undefined, at: LinePlace): ComponentFacts {
  return componentFacts({ type: 'cran', name, version }, at);
}

/** renv takes its sum over the description of a package, and not over what is downloaded. */
function hashesOf(hash: string | null | undefined): Hash[] {
  return typeof hash === 'string' && /^[0-9a-f]{32}$/.test(hash)
    ? [{ algorithm: 'md5', value: hash, of: 'fields of DESCRIPTION' }]
    : [];
}
