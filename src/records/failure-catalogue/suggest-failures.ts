import { packagePattern } from '../../base/paths/glob.ts';
import type { ComponentKind } from '../../model/risks/failure-suggestion.ts';
import { computing } from './computing.ts';
import { dataHandling } from './data.ts';
import { embedded } from './embedded.ts';
import { medical } from './medical.ts';
import { network } from './network.ts';
import { surroundings } from './surroundings.ts';

/** Every kind of component whose failures are known in general. */
export const componentKinds: readonly ComponentKind[] = [
  ...computing,
  ...dataHandling,
  ...network,
  ...surroundings,
  ...medical,
  ...embedded,
];

/** A kind that a component may be of, and by what that was concluded. */
export type SuggestedKind = { readonly kind: ComponentKind; readonly because: string };

/** The kinds that a package is known to be of; else, as a guess, at most two whose words stand in its name or description. */
export function suggestFailures(soup: string, texts: readonly string[]): readonly SuggestedKind[] {
  const known = componentKinds.filter(({ packages }) => packages.some((pattern) => packagePattern(pattern)(soup)));
  if (known.length > 0) return known.map((kind) => ({ kind, because: 'the package is known' }));
  const said = texts
    .map(
      (text) =>
        ` ${text
          .slice(0, 500)
          .toLowerCase()
          .replace(/[^a-z0-9]+/g, ' ')} `,
    )
    .join('');
  return componentKinds
    .flatMap((kind) => {
      const word = kind.words.find((one) => said.includes(` ${one} `));
      return word === undefined ? [] : [{ kind, because: `a guess by the word "${word}" in its name or description` }];
    })
    .slice(0, 2);
}
