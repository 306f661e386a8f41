import { parseJsonc } from '../../base/formats/json/jsonc.ts';
import { shapeProblems, syntaxProblem } from '../../base/reading.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { KeyPath } from '../../model/place.ts';
import { vcpkgManifestSchema, type VcpkgManifest } from './vcpkg-manifest-schema.ts';

/** A manifest with the lines of its keys. */
export type ParsedManifest = { readonly manifest: VcpkgManifest; readonly lineOf: (path: KeyPath) => number };

/** Reads a vcpkg.json, which may hold comments, or tells why the text is none. */
export function parseManifest(file: string, text: string): ParsedManifest | readonly Diagnostic[] {
  const json = parseJsonc(text);
  if ('message' in json) return [syntaxProblem(file, json.message, json.at)];
  const manifest = checkSchema(vcpkgManifestSchema, json.value);
  return manifest.ok
    ? { manifest: manifest.value, lineOf: json.lineOf }
    : shapeProblems(file, manifest.problems, json.lineOf);
}
