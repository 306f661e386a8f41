import { z } from 'zod';
import { parseJsonc } from '../../base/formats/json/jsonc.ts';
import type { ModuleHints } from '../../model/plugs/import-finder.ts';
import { checkSchema } from '../../base/formats/schema.ts';

/** Path aliases of TypeScript: specifiers that mean a file of the product, whatever package bears the same name. */
export const pathAliases: ModuleHints = {
  files: ['**/tsconfig.json', '**/tsconfig.*.json', '**/jsconfig.json'],
  reach: 'below',
  read: (_path, text) => {
    const json = parseJsonc(text);
    const checked = 'value' in json ? checkSchema(configuration, json.value) : undefined;
    if (checked?.ok !== true) return [];
    const paths = Object.entries(checked.value.compilerOptions?.paths ?? {});
    return paths
      .filter(([alias, targets]) => alias !== '*' && !targets.some((target) => target.includes('node_modules/')))
      .map(([module]) => ({ module, packages: [] }));
  },
};

const configuration = z.object({
  compilerOptions: z.object({ paths: z.record(z.string(), z.array(z.string())).optional() }).optional(),
});
