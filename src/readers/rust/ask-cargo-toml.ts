import type { AskManifest } from '../../model/inventory/manifest.ts';
import { parseCargoManifest } from './cargo-manifest.ts';

/** Counts what a Cargo.toml asks for that is linked in: neither built with, nor tested with, nor of a folder beside. */
export const askCargoToml: AskManifest = (path, text) => {
  const manifest = parseCargoManifest(path, text);
  if ('message' in manifest) return { message: `${path} cannot be read: ${manifest.message}`, line: manifest.at.line };
  const asked = manifest.dependencies.filter(
    ({ table, details }) => table === 'dependencies' && details.path === undefined,
  );
  return { count: asked.length, line: asked[0]?.at.line ?? 1 };
};
