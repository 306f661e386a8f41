import { parseJson } from '../../base/formats/json/json.ts';
import { entryProblem } from '../../base/reading.ts';
import { salvage } from '../../base/formats/salvage.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { LinePlace } from '../../model/place.ts';
import { composerManifestSchema, packageNames } from './composer-lock-schema.ts';

/** What a composer.json tells of the product. */
export type ComposerManifest = {
  readonly name: string | undefined;
  readonly version: string | undefined;
  /** The packages that `require` and `require-dev` name, each with its list. */
  readonly asks: readonly { readonly name: string; readonly at: LinePlace }[];
  /** The packages that the product stands in for itself. */
  readonly standsFor: ReadonlySet<string>;
};

/** Reads a composer.json; no manifest when there is none or nothing of it can be used. */
export function readComposerManifest(
  file: string,
  text: string | undefined,
): { readonly manifest: ComposerManifest | undefined; readonly diagnostics: readonly Diagnostic[] } {
  if (text === undefined) return { manifest: undefined, diagnostics: [] };
  const json = parseJson(text);
  if ('message' in json) return { manifest: undefined, diagnostics: [unusable({ file, ...json.at }, json.message)] };
  const { value, problems } = salvage(composerManifestSchema, json.value);
  const asks = (['require', 'require-dev'] as const).flatMap((list) =>
    packageNames(value?.[list]).map((name) => ({ name, at: { file, line: json.lineOf([list]) } })),
  );
  return {
    manifest: value && {
      name: value.name,
      version: value.version,
      asks,
      standsFor: new Set([...packageNames(value.replace), ...packageNames(value.provide)]),
    },
    diagnostics: problems
      .slice(0, 5)
      .map(({ keyPath, message }) =>
        unusable({ file, line: json.lineOf(keyPath) }, `"${keyPath.join('.')}": ${message}`),
      ),
  };
}

function unusable(at: LinePlace, message: string): Diagnostic {
  return entryProblem(
    at,
    `${at.file} cannot be used: ${message}`,
    'Mend the manifest: without it nobody can tell what the product asks for itself.',
  );
}
