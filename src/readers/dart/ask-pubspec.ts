import { z } from 'zod';
import { checkSchema } from '../../base/formats/schema.ts';
import { parseYaml } from '../../base/formats/yaml/yaml.ts';
import type { AskManifest } from '../../model/inventory/manifest.ts';

/** Counts what a pubspec.yaml asks for that neither a folder beside nor the SDK holds. */
export const askPubspec: AskManifest = (path, text) => {
  const { value, problems, placeOf } = parseYaml(text);
  const [problem] = problems;
  if (problem !== undefined) return { message: `${path} cannot be read: ${problem.message}`, line: problem.at.line };
  const checked = checkSchema(pubspecSchema, value ?? {});
  const { line } = placeOf(['dependencies']);
  if (!checked.ok) return { message: `${path} cannot be used: "dependencies" is no mapping`, line };
  const sources = Object.values(checked.value.dependencies ?? {});
  return { count: sources.filter((source) => !isHere(source)).length, line };
};

const pubspecSchema = z.looseObject({ dependencies: z.record(z.string(), z.unknown()).nullish() });

function isHere(source: unknown): boolean {
  return typeof source === 'object' && source !== null && ('sdk' in source || 'path' in source);
}
