import { openJson } from '../../base/formats/json/open-json.ts';
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
    const resolved = openJson(path, text, packageResolvedSchema);
    if ('refused' in resolved) return resolved.refused;
    return readSwiftPins(path, resolved.value, swiftManifests(companions, path), resolved.lineOf);
  },
};
