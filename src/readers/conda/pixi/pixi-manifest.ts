import { z } from 'zod';
import { entryProblem } from '../../../base/reading.ts';
import { checkSchema } from '../../../base/formats/schema.ts';
import { parseToml } from '../../../base/formats/toml.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Need } from '../../python/needs/need.ts';
import { readPyproject } from '../../python/manifests/pyproject.ts';
import { registryName } from '../../python/pypi-package.ts';

/** What a pixi project asks for, in whichever feature and for whichever platform. */
export type PixiAsked = {
  readonly conda: ReadonlySet<string>;
  readonly pypi: readonly Need[];
};

/** The manifests that a pixi.lock may belong to. */
export function pixiManifestsBeside(path: string): readonly string[] {
  return ['pixi.toml', 'pyproject.toml'].map((name) => path.replace(/(?<![^/])[^/]+$/, name));
}

/** Reads the manifest beside a lockfile: pixi.toml, or else pyproject.toml; nothing is known where there is neither. */
export function readPixiManifest(
  path: string,
  opened: ReadonlyMap<string, string>,
): { readonly asked: PixiAsked | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const file = pixiManifestsBeside(path).find((candidate) => opened.has(candidate));
  const text = file === undefined ? undefined : opened.get(file);
  if (file === undefined || text === undefined) return { asked: undefined, diagnostics: [] };
  const toml = parseToml(text);
  if ('message' in toml) return unusable(file, toml.message, toml.at.line);
  if (file.endsWith('pixi.toml')) {
    const manifest = checkSchema(manifestSchema, toml.value);
    return manifest.ok
      ? { asked: askedIn(manifest.value, []), diagnostics: [] }
      : unusable(file, 'its tables are not those of pixi', 1);
  }
  const manifest = checkSchema(pyprojectSchema, toml.value);
  if (!manifest.ok) return unusable(file, 'its tables are not those of pixi', 1);
  const { project, diagnostics } = readPyproject(file, text);
  const standard = project?.lists.flatMap(({ edges }) => edges) ?? [];
  return { asked: askedIn(manifest.value.tool?.pixi ?? {}, standard), diagnostics };
}

const entries = z.record(z.string(), z.unknown()).optional();
const tables = {
  dependencies: entries,
  'host-dependencies': entries,
  'build-dependencies': entries,
  'pypi-dependencies': entries,
};
const targets = z.record(z.string(), z.looseObject(tables)).optional();
const manifestSchema = z.looseObject({
  ...tables,
  target: targets,
  feature: z.record(z.string(), z.looseObject({ ...tables, target: targets })).optional(),
});
const pyprojectSchema = z.looseObject({ tool: z.looseObject({ pixi: manifestSchema.optional() }).optional() });
const pypiSchema = z.looseObject({ extras: z.array(z.string()).default([]) });

function askedIn(manifest: z.infer<typeof manifestSchema>, standard: readonly Need[]): PixiAsked {
  const features = [manifest, ...Object.values(manifest.feature ?? {})];
  const all = features.flatMap(({ target = {}, ...feature }) => [feature, ...Object.values(target)]);
  const conda = all.flatMap((one) =>
    (['dependencies', 'host-dependencies', 'build-dependencies'] as const).flatMap((key) =>
      Object.keys(one[key] ?? {}),
    ),
  );
  const pypi = all.flatMap((one) => Object.entries(one['pypi-dependencies'] ?? {}).map(pypiNeed));
  return { conda: new Set(conda.map((name) => name.toLowerCase())), pypi: [...pypi, ...standard] };
}

function pypiNeed([name, value]: readonly [string, unknown]): Need {
  const table = checkSchema(pypiSchema, value);
  const extras = table.ok ? table.value.extras.map(registryName) : [];
  return { name: registryName(name), extras, specifiers: '*', conditional: false, marker: undefined };
}

function unusable(file: string, message: string, line: number): ReturnType<typeof readPixiManifest> {
  const diagnostic = entryProblem(
    { file, line },
    `${file} cannot be read (${message}), so it does not tell what its lockfile was made for`,
    'Mend it; until then the relation of the locked packages is unknown.',
  );
  return { asked: undefined, diagnostics: [diagnostic] };
}
