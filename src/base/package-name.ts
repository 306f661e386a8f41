import type { PurlParts } from './purl.ts';

/** The name that an ecosystem knows a package by, made from the parts of its package URL, such as `@babel/core`. */
export function packageName({ type, namespace, name }: PurlParts): string {
  if (namespace === undefined || vendorNamespace.has(type)) return name;
  return type === 'maven' ? `${namespace}:${name}` : `${namespace}/${name}`;
}

/** Types whose namespace names who distributes the package, and is no part of its name. */
const vendorNamespace = new Set(['alpm', 'apk', 'deb', 'qpkg', 'rpm']);
