import { createHash } from 'node:crypto';
import { parsePurl } from '../../base/packages/purl.ts';

/**
 * Where the record of a package lies: `soup/items/<type>-<namespace>-<name>.yaml`, in letters that every file system
 * keeps, without the distribution of a system package. Where that is taken, six letters of the package URL's hash follow.
 */
export function itemFile(soup: string, isTaken: (file: string) => boolean): string {
  const { type, namespace, name } = parsePurl(soup) ?? { type: 'generic', name: soup };
  const words = [type, ...(systemTypes.has(type) ? [] : (namespace?.split('/') ?? [])), name].map(safe);
  const short = words
    .filter((word) => word !== '')
    .join('-')
    .slice(0, longest);
  const plain = `soup/items/${short}.yaml`;
  const hash = createHash('sha256').update(soup).digest('hex').slice(0, 6);
  return words.at(-1) === '' || isTaken(plain) ? `soup/items/${short}-${hash}.yaml` : plain;
}

/** Types of the package databases of operating systems. */
export const systemTypes: ReadonlySet<string> = new Set(['deb', 'rpm', 'apk', 'alpm', 'opkg']);

const longest = 100;

/** The type stands first, so that no name is one that Windows reserves, such as `con`. */
function safe(word: string): string {
  return word
    .toLowerCase()
    .replace(/[^a-z0-9._+]+/g, '-')
    .replace(/^[-.]+|(?<![-.])[-.]+$/g, '');
}
