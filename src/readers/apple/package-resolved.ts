import { parseJson } from '../../base/formats/json/json.ts';
import { shapeProblems, syntaxProblem, unreadable } from '../../base/reading.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { packageResolvedSchema } from './package-resolved-schema.ts';
import { swiftManifests } from './swift-manifests.ts';
import { readSwiftPins } from './swift-pins.ts';

/** Reads the pins of the Swift package manager and of Xcode, versions 1 to 3. */
export const packageResolved: Reader = {
  name: 'package-resolved',
  title: 'Package.resolved of Swift and Xcode',
  capabilities: { scope: false, graph: false, hashes: false, licence: false, direct: true },
  companions: (opened, path) => swiftManifests(opened, path).files,
  read: ({ path, text, companions }) => {
    const json = parseJson(text);
    if ('message' in json) return unreadable(syntaxProblem(path, json.message, json.at));
    const resolved = checkSchema(packageResolvedSchema, json.value);
    if (!resolved.ok) return unreadable(...shapeProblems(path, resolved.problems, json.lineOf));
    return readSwiftPins(path, resolved.value, swiftManifests(companions, path), json.lineOf);
  },
};
