import { fileNameOf, type Artefact } from '../facts/artefacts.ts';

/** A property of the taxonomy of BSI TR-03183-2. */
export type BsiProperty = { readonly name: `bsi:component:${string}`; readonly value: string };

/**
 * What BSI TR-03183-2 asks of the file of a component, as far as its name tells; whether it can be executed, nobody knows
 * who has not opened it. Of several files none is the component.
 */
export function bsiProperties(artefacts: readonly Artefact[]): readonly BsiProperty[] {
  const [only, ...others] = artefacts;
  const name = only === undefined || others.length > 0 ? undefined : fileNameOf(only);
  if (name === undefined) return [];
  const file: BsiProperty = { name: 'bsi:component:filename', value: name };
  if (!archive.test(name)) return [file];
  return [
    file,
    { name: 'bsi:component:archive', value: 'archive' },
    { name: 'bsi:component:structured', value: 'structured' },
  ];
}

/** The endings that stand for an archive whose members can be told apart. */
const archive = /\.(?:tgz|tar|tar\.(?:gz|bz2|xz|zst)|zip|whl|jar|war|ear|aar|nupkg|gem|crate|conda|deb|rpm|apk|phar)$/i;
