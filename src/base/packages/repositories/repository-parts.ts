import { hostedPath } from './hosted-path.ts';
import { fileNameOf } from './package-address.ts';
import type { PurlParts } from '../purl.ts';

/**
 * The package URL of a repository, without a version: GitHub and Bitbucket have types of their own, any other host is of
 * the type git. A repository that others could not find, such as a folder, is known by its name alone.
 */
export function repositoryParts(address: string): PurlParts {
  const path = hostedPath(address);
  const [host = '', ...segments] = path?.split('/') ?? [];
  const type = typeOfHost.get(host);
  const [owner, name] = segments;
  if (type !== undefined && owner !== undefined && name !== undefined && segments.length === 2)
    return { type, namespace: owner, name };
  if (path !== undefined && host.includes('.')) return { type: 'git', namespace: host, name: segments.join('/') };
  return { type: 'generic', name: fileNameOf(address.replace(/(?<!\/)\/+$/, '')).replace(/\.git$/, '') || 'unnamed' };
}

const typeOfHost = new Map([
  ['github.com', 'github'],
  ['bitbucket.org', 'bitbucket'],
]);
