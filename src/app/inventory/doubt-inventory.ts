import { compareText } from '../../base/compare.ts';
import { globs } from '../../base/paths/glob.ts';
import type { Component } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Inventory } from '../../model/inventory/inventory.ts';

/** Says that nothing was found, which is no result: a person would take it for a product without SOUP. */
export function doubtEmptiness({ components, files }: Inventory): readonly Diagnostic[] {
  if (components.some(({ firstParty }) => !firstParty)) return [];
  const seen = files.length === 0 ? 'there is no file here that Tureen knows' : 'no file that was read holds any';
  return [
    {
      rule: 'reading/empty',
      severity: 'error',
      message: `no components were found: ${seen}`,
      place: { file: '.' },
      help: 'Check the folder; commit the lockfiles, or enter components that no lockfile knows in tureen.yaml.',
    },
  ];
}

/** Says which folders bear the name of an input, as a file does that was unpacked or mounted wrongly. */
export function doubtFolders(
  tree: readonly string[],
  isInput: (path: string) => boolean,
  ignore: readonly string[],
): readonly Diagnostic[] {
  const ignored = globs(ignore);
  const folders = new Set(tree.flatMap((path) => namedLikeFile(path)));
  return [...folders]
    .filter((folder) => isInput(folder) && !ignored(folder))
    .map((folder) => ({
      rule: 'reading/unreachable',
      severity: 'error',
      message: `${folder} is a folder, and an input has this name`,
      place: { file: folder },
      help: 'Put the file itself here, or list the folder under `ignore` in tureen.yaml when it is no part of the product.',
    }));
}

/** Says which folders below describe a device of their own: their records are not read here, and their lockfiles are. */
export function doubtDevices(tree: readonly string[], ignore: readonly string[]): readonly Diagnostic[] {
  const ignored = globs(ignore);
  return tree
    .filter((path) => path.endsWith('/tureen.yaml') && !ignored(path))
    .map((path) => {
      const folder = path.slice(0, -'/tureen.yaml'.length);
      return {
        rule: 'reading/other-device',
        severity: 'note',
        message: `${path} describes another device; its records are not read here, and the inputs beside it are`,
        place: { file: path },
        help: `Use --cwd ${folder} for that device; list ${folder}/** under \`ignore\` in the tureen.yaml of this one when it is no part of it.`,
      };
    });
}

/**
 * Says what an SBOM of the device itself lists and no file that is read: it is stale, or it is the only one to know, as that of
 * a supplier whose product is called as the device is.
 */
export function doubtOwnSbom(
  file: string,
  listed: readonly Component[],
  read: readonly Component[],
): readonly Diagnostic[] {
  const known = new Set(read.map(({ purl }) => purl));
  const lost = [...new Set(listed.flatMap(({ purl, firstParty }) => (firstParty || known.has(purl) ? [] : [purl])))];
  if (lost.length === 0) return [];
  const named = lost.toSorted(compareText).slice(0, mostNamed).join(', ');
  const more = lost.length > mostNamed ? ` and ${lost.length - mostNamed} more` : '';
  return [
    {
      rule: 'reading/own-sbom',
      severity: 'warning',
      message: `${file} is left out, for Tureen wrote it of this device, and no file that is read lists ${named}${more}`,
      place: { file },
      help: 'Write it anew where they are gone; name it under `include` in tureen.yaml where it alone knows them, or under `ignore` where they do not count.',
    },
  ];
}

const mostNamed = 3;

/** The folders above a file whose names have a dot in them: no input is called otherwise. */
function namedLikeFile(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.flatMap((part, index) => (part.includes('.', 1) ? [parts.slice(0, index + 1).join('/')] : []));
}
