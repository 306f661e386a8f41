import { z } from 'zod';
import { checkSchema } from '../../../base/formats/schema.ts';
import { tomlLines } from '../../../base/formats/toml-lines.ts';
import { parseToml } from '../../../base/formats/toml.ts';
import type { AskManifest } from '../../../model/inventory/manifest.ts';

/** Counts what a Pipfile asks for under its usual heading; the others are for development and for occasions. */
export const askPipfile: AskManifest = (path, text) => {
  const toml = parseToml(text);
  if ('message' in toml) return { message: `${path} cannot be read: ${toml.message}`, line: toml.at.line };
  const checked = checkSchema(pipfileSchema, toml.value);
  const line = tomlLines(text)(['packages']);
  if (!checked.ok) return { message: `${path} cannot be used: "packages" is no table`, line };
  return { count: Object.keys(checked.value.packages).length, line };
};

const pipfileSchema = z.looseObject({ packages: z.record(z.string(), z.unknown()).default({}) });
