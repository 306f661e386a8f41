import { purlTypes } from './purl-types.ts';
import type { PurlParts } from './purl.ts';

/** The name that an ecosystem knows a package by, made from the parts of its package URL, such as `@babel/core`. */
export function packageName({ type, namespace, name }: PurlParts): string {
  if (namespace === undefined || purlTypes.get(type)?.namespace === 'vendor') return name;
  return type === 'maven' ? `${namespace}:${name}` : `${namespace}/${name}`;
}
