import { z } from 'zod';
import { parseJson } from '../../base/formats/json/json.ts';
import { holdsPath } from '../../base/paths/paths-below.ts';
import { syntaxProblem, unreadable } from '../../base/reading.ts';
import { salvage } from '../../base/formats/salvage.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { npmRepository } from './npm-repository.ts';
import { npmComponent, npmPurl } from './npm-package.ts';

/**
 * Reads the package.json of a package that lies installed in a node_modules, also of one inside of another. What it needs
 * is found as Node finds modules; a package that is linked in from elsewhere, as pnpm does it, is not seen that way.
 */
export const nodePackage: Reader = {
  name: 'node-package',
  title: 'packages installed in node_modules',
  capabilities: { scope: false, graph: true, hashes: false, licence: true, direct: false },
  companions: (opened, path, tree) =>
    [...needs(readManifest(opened.get(path) ?? ''))].flatMap(([name]) => findModule(path, name, tree) ?? []),
  read: ({ path, text, companions, tree = [] }) => {
    const json = parseJson(text);
    if ('message' in json) return unreadable(syntaxProblem(path, json.message, json.at));
    const manifest = salvage(manifestSchema, json.value).value;
    if (manifest?.name === undefined || manifest.version === undefined) return unreadable();
    const at = { file: path, line: 1 };
    const found = [...needs(manifest)].map(([name, need]) => {
      const file = findModule(path, name, tree);
      const other = file === undefined ? undefined : readManifest(companions.get(file) ?? '');
      return { need, purl: other?.name === undefined ? undefined : npmPurl(other.name, other.version) };
    });
    const purls = found.flatMap(({ purl }) => purl ?? []);
    return {
      components: [
        {
          ...npmComponent({
            name: manifest.name,
            version: manifest.version,
            license: manifest.license ?? manifest.licenses,
            at,
          }),
          supplier: personOf(manifest.author),
          homepage: manifest.homepage,
          repository: repositoryOf(manifest.repository),
          description: manifest.description,
          scope: 'unknown',
          scopeEvidence: [{ scope: 'unknown', reason: 'an installed package does not tell what uses it', at }],
          relation: 'unknown',
          firstParty: false,
          dependsOn: [...new Set(purls)].toSorted(),
        },
      ],
      graph: found.some(({ need, purl }) => need === 'needed' && purl === undefined) ? 'partial' : 'complete',
      diagnostics: [],
    };
  },
};

const names = z.record(z.string(), z.string()).optional();

const manifestSchema = z.object({
  name: z.string().min(1).optional(),
  version: z.string().min(1).optional(),
  description: z.string().optional(),
  homepage: z.string().optional(),
  license: z.unknown().optional(),
  licenses: z.unknown().optional(),
  author: z.union([z.string(), z.object({ name: z.string().optional() })]).optional(),
  repository: z.union([z.string(), z.object({ url: z.string().optional() })]).optional(),
  dependencies: names,
  optionalDependencies: names,
  peerDependencies: names,
});

type Manifest = z.infer<typeof manifestSchema>;

function readManifest(text: string): Manifest | undefined {
  const json = parseJson(text);
  return 'message' in json ? undefined : salvage(manifestSchema, json.value).value;
}

/** The names that a package asks for, and whether it can do without them. */
function* needs(manifest: Manifest | undefined): Generator<readonly [string, 'needed' | 'optional']> {
  for (const name of Object.keys(manifest?.peerDependencies ?? {})) yield [name, 'optional'];
  for (const name of Object.keys(manifest?.optionalDependencies ?? {})) yield [name, 'optional'];
  for (const name of Object.keys(manifest?.dependencies ?? {}))
    if (!Object.hasOwn(manifest?.optionalDependencies ?? {}, name)) yield [name, 'needed'];
}

/** The package.json of a module as Node looks for it: in the nearest node_modules, folder by folder upwards. */
function findModule(path: string, name: string, tree: readonly string[]): string | undefined {
  for (let folder = path; folder !== '';) {
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
    if (folder === 'node_modules' || folder.endsWith('/node_modules')) continue;
    const candidate = `${folder === '' ? '' : `${folder}/`}node_modules/${name}/package.json`;
    if (holdsPath(tree, candidate)) return candidate;
  }
  return undefined;
}

/** `Name <mail> (address)`, or an object with the name. */
function personOf(author: Manifest['author']): string | undefined {
  const name = typeof author === 'string' ? author.split(/[<(]/)[0] : author?.name;
  return name?.trim() || undefined;
}

function repositoryOf(repository: Manifest['repository']): string | undefined {
  const address = typeof repository === 'string' ? repository : repository?.url;
  if (address === undefined) return undefined;
  const shorthand = /^[\w.-]+\/[\w.-]+$/.test(address) ? `github:${address}` : address;
  return npmRepository(shorthand)?.address;
}
