import { z } from 'zod';
import { checkSchema } from '../../base/formats/schema.ts';
import { parseToml } from '../../base/formats/toml.ts';
import type { ModuleHints } from '../../model/plugs/import-finder.ts';

/** Dependencies that a Cargo.toml calls otherwise than they are, by `package = "…"`. */
export const renamedCrates: ModuleHints = {
  files: ['**/Cargo.toml'],
  reach: 'below',
  read: (_path, text) => {
    if (!/\bpackage\s*=/.test(text)) return [];
    const toml = parseToml(text);
    const checked = 'value' in toml ? checkSchema(manifest, toml.value) : undefined;
    if (checked?.ok !== true) return [];
    const { dependencies, workspace } = checked.value;
    return Object.entries({ ...workspace?.dependencies, ...dependencies }).flatMap(([name, dependency]) =>
      typeof dependency === 'object' && dependency.package !== undefined
        ? [{ module: name.replaceAll('-', '_'), packages: [dependency.package] }]
        : [],
    );
  },
};

const dependencies = z.record(z.string(), z.union([z.string(), z.object({ package: z.string().optional() })]));

const manifest = z.object({
  dependencies: dependencies.optional(),
  workspace: z.object({ dependencies: dependencies.optional() }).optional(),
});
