import { parsePurl, type PurlParts } from '../../../base/packages/purl.ts';
import type { Component } from '../../../model/component.ts';

/** The source repository that a component lies in, with the tag or commit that it was taken from, where that is told. */
export type SourceRepository = { readonly name: string; readonly reference: string | undefined };

/**
 * The source repository of a component: the one that its package URL names as the package itself, or for packages that have
 * no advisories of their own the one that a file says it was fetched from; never one that bears its name.
 */
export function sourceRepositoryOf({ download }: Component, parts: PurlParts): SourceRepository | undefined {
  const { type, namespace, name, qualifiers } = parts;
  const host = hosts.get(type);
  if (host !== undefined) {
    const root = qualifiers?.['repository_url'] ?? host;
    return namespace === undefined ? undefined : { name: `${root}/${namespace}/${name}`, reference: undefined };
  }
  const address = type === 'generic' ? qualifiers?.['vcs_url'] : undefined;
  if (address !== undefined) return split(address);
  return download?.startsWith('git+') && fetching.has(type) ? split(download) : undefined;
}

/** The commit that a component is, where one is told in full. */
export function commitOf(component: Component): string | undefined {
  const parts = parsePurl(component.purl);
  const reference = parts && sourceRepositoryOf(component, parts)?.reference;
  return [reference, component.version].find((text) => text !== undefined && isCommit(text))?.toLowerCase();
}

/** The tag that a component was fetched at, where a file tells one; a number alone can be that of a recipe. */
export function tagOf(component: Component): string | undefined {
  const parts = parsePurl(component.purl);
  if (parts === undefined || !fetching.has(parts.type)) return undefined;
  const reference = sourceRepositoryOf(component, parts)?.reference;
  return reference === undefined || isCommit(reference) ? undefined : reference;
}

function isCommit(text: string): boolean {
  return /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/i.test(text);
}

function split(address: string): SourceRepository {
  const at = address.lastIndexOf('@');
  return at > address.lastIndexOf('/')
    ? { name: address.slice(0, at), reference: address.slice(at + 1) }
    : { name: address, reference: undefined };
}

/** Package URL types of recipes, which fetch what somebody else has made. */
const fetching = new Set(['conan', 'conda', 'vcpkg']);

/** Package URL types of hosts of source repositories. */
const hosts: ReadonlyMap<string, string> = new Map([
  ['bitbucket', 'bitbucket.org'],
  ['github', 'github.com'],
  ['gitlab', 'gitlab.com'],
]);
