import { z } from 'zod';
import { salvage } from '../../base/formats/salvage.ts';
import { parseToml } from '../../base/formats/toml.ts';
import type { Component, StatedFact } from '../../model/component.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import type { Ground } from './open-ground.ts';
import type { OwnersOf } from './owner-of-file.ts';

/**
 * What the packages state of themselves that are installed beside a lockfile: a fact of its own, for what is installed
 * is no part of the repository. In images these files are the inventory itself.
 */
export async function installedFacts(
  { files, rootOf }: Ground,
  owners: OwnersOf,
  readText: (path: string) => Promise<string | undefined>,
): Promise<ReadonlyMap<string, readonly StatedFact[]>> {
  const [{ nodePackage }, { pythonDistInfo }] = await Promise.all([
    import('../../readers/npm/node-package.ts'),
    import('../../readers/python/python-dist-info.ts'),
  ]);
  const kinds: readonly (readonly [RegExp, (path: string, text: string) => readonly StatedFact[]])[] = [
    [/(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+\/package\.json$/, (path, text) => readBy(nodePackage, path, text)],
    [/\.dist-info\/METADATA$/, (path, text) => readBy(pythonDistInfo, path, text)],
    [/(?:^|\/)(?:registry\/src\/[^/]+|vendor)\/[^/]+\/Cargo\.toml$/, crateFacts],
  ];
  const found = new Map<string, StatedFact[]>();
  for (const { path, bytes } of files) {
    const factsIn = kinds.find(([pattern]) => pattern.test(path))?.[1];
    if (factsIn === undefined || bytes > largestBytes || rootOf(path) !== undefined) continue;
    const purls = await owners(path);
    const text = purls.length === 0 ? undefined : await readText(path);
    if (text === undefined) continue;
    const facts = factsIn(path, text);
    for (const purl of purls) found.set(purl, [...(found.get(purl) ?? []), ...facts]);
  }
  return found;
}

/** No description of a package comes near. */
const largestBytes = 2 ** 20;

function readBy(reader: Reader, path: string, text: string): readonly StatedFact[] {
  const [component] = reader.read({ path, text, companions: new Map(), tree: [] }).components;
  return component === undefined ? [] : factsOf(component, path);
}

function factsOf(
  { licences, supplier, homepage, repository }: Pick<Component, 'licences' | 'supplier' | 'homepage' | 'repository'>,
  source: string,
): readonly StatedFact[] {
  const stated = [
    ...licences.map(({ expression }) => ['licence', expression] as const),
    ['supplier', supplier] as const,
    ['homepage', homepage] as const,
    ['repository', repository] as const,
  ];
  return stated.flatMap(([fact, value]) => (value === undefined ? [] : [{ fact, value, source, asOf: undefined }]));
}

const crateSchema = z.object({
  package: z.object({
    license: z.string().optional(),
    homepage: z.string().optional(),
    repository: z.string().optional(),
  }),
});

function crateFacts(path: string, text: string): readonly StatedFact[] {
  const toml = parseToml(text);
  const crate = 'message' in toml ? undefined : salvage(crateSchema, toml.value).value?.package;
  if (crate === undefined) return [];
  const { license, homepage, repository } = crate;
  const at = { file: path, line: 1 };
  const licences = license === undefined ? [] : [{ expression: license, at }];
  return factsOf({ licences, supplier: undefined, homepage, repository }, path);
}
