import { checkSchema } from '../../base/formats/schema.ts';
import { holdsPath } from '../../base/paths/paths-below.ts';
import { syntaxProblem, unreadable } from '../../base/reading.ts';
import type { LinePlace } from '../../model/place.ts';
import type { ComponentFacts } from '../../base/packages/component-facts.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { descriptionFields } from './description-fields.ts';
import { rSource } from './r-source.ts';
import { namesIn, renvEntrySchema } from './renv-lock-schema.ts';
import { renvPackage } from './renv-package.ts';

/**
 * Reads the DESCRIPTION that R keeps of an installed package, which tells with which R it was built. What it needs is looked
 * for in the same library. The packages that are part of R itself are none of their own.
 */
export const installedRPackage: Reader = {
  name: 'installed-r-package',
  title: 'installed packages of R, DESCRIPTION in a library',
  capabilities: { scope: false, graph: true, hashes: false, licence: true, direct: false },
  companions: (opened, path, tree) =>
    needsIn(opened.get(path) ?? '')
      .map((name) => besideOf(path, name))
      .filter((other) => holdsPath(tree, other)),
  read: ({ path, text, companions }) => {
    const fields = descriptionFields(text);
    if (!fields.has('Built') || fields.get('Priority')?.value === 'base') return unreadable();
    const facts = factsIn(text, { file: path, line: fields.get('Package')?.line ?? 1 });
    if (facts === undefined)
      return unreadable(syntaxProblem(path, 'it has no field "Package" or no field "Version"', { line: 1 }));
    const [at] = facts.foundAt;
    const needs = needsIn(text).map((name) => companions.get(besideOf(path, name)));
    const met = needs.flatMap((other) => (other === undefined ? [] : (factsIn(other, at)?.purl ?? [])));
    return {
      components: [
        {
          ...facts,
          scope: 'unknown',
          scopeEvidence: [{ scope: 'unknown', reason: 'an installed package does not tell what uses it', at }],
          relation: 'unknown',
          firstParty: false,
          dependsOn: [...new Set(met)].toSorted(),
        },
      ],
      graph: met.length === needs.length ? 'complete' : 'partial',
      diagnostics: [],
    };
  },
};

function factsIn(text: string, at: LinePlace): ComponentFacts | undefined {
  const fields = descriptionFields(text);
  const entry = checkSchema(renvEntrySchema, {
    ...Object.fromEntries([...fields].map(([name, { value }]) => [name, value])),
    Source: fields.has('RemoteType') ? undefined : sourceOf(fields.has('Repository'), fields.has('biocViews')),
  });
  const name = fields.get('Package')?.value;
  if (!entry.ok || !name || entry.value.Version === '') return undefined;
  return renvPackage(name, entry.value, rSource(entry.value, { R: { Version: '' }, Packages: {} }), at);
}

function sourceOf(hasRepository: boolean, isOfBioconductor: boolean): string | undefined {
  if (isOfBioconductor) return 'Bioconductor';
  return hasRepository ? 'Repository' : undefined;
}

/** What it needs when it runs or is built, without R itself and the packages that are part of it. */
function needsIn(text: string): readonly string[] {
  const fields = descriptionFields(text);
  const names = ['Depends', 'Imports', 'LinkingTo'].flatMap((field) => namesIn(fields.get(field)?.value));
  return [...new Set(names)].filter((name) => !partsOfR.has(name));
}

const partsOfR: ReadonlySet<string> = new Set(
  'R base compiler datasets graphics grDevices grid methods parallel splines stats stats4 tcltk tools translations utils'.split(
    ' ',
  ),
);

function besideOf(path: string, name: string): string {
  return path.replace(/[^/]+\/DESCRIPTION$/, `${name}/DESCRIPTION`);
}
