import { z } from 'zod';
import { parseJson } from '../../base/formats/json/json.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import type { AskManifest } from '../../model/inventory/manifest.ts';

/** Counts the packages that a composer.json requires; what has no vendor, such as php and ext-json, is of the platform. */
export const askComposerJson: AskManifest = (path, text) => {
  const json = parseJson(text);
  if ('message' in json) return { message: `${path} cannot be read: ${json.message}`, line: json.at.line };
  const checked = checkSchema(composerSchema, json.value);
  const line = json.lineOf(['require']);
  if (!checked.ok) return { message: `${path} cannot be used: "require" is no object of texts`, line };
  return { count: Object.keys(checked.value.require).filter((name) => name.includes('/')).length, line };
};

/** PHP writes an empty object as a list. */
const composerSchema = z.looseObject({
  require: z.union([z.record(z.string(), z.string()), z.array(z.never()).transform(() => ({}))]).default({}),
});
