import { formatPurl, parsePurl } from '../../base/packages/purl.ts';

/**
 * The package URLs among some texts that name a package and nothing else, in canonical form, each once, sorted. One that
 * means a package of some other repository only, by a qualifier, would match packages that it does not mean.
 */
export function barePackages(texts: readonly string[]): readonly string[] {
  const bare = texts.flatMap((text) => {
    const parts = parsePurl(text);
    const { type, namespace, name, version, qualifiers, subpath } = parts ?? { type: '', name: '' };
    const isBare = version === undefined && qualifiers === undefined && subpath === undefined;
    return parts !== undefined && isBare ? [formatPurl({ type, namespace, name })] : [];
  });
  return [...new Set(bare)].toSorted();
}
