import { parseJsonc } from '../../base/formats/json/jsonc.ts';
import { quote } from '../../base/quote.ts';
import { entryProblem, unreadable } from '../../base/reading.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { readManifestPorts } from './manifest-ports.ts';
import { parseManifest } from './parse-manifest.ts';
import { statusOf } from './vcpkg-folders.ts';
import { vcpkgConfigurationSchema, type VcpkgConfiguration } from './vcpkg-manifest-schema.ts';

/** Reads the ports that a vcpkg.json asks for; their versions stand in the registry, at the baseline that is named. */
export const vcpkgManifest: Reader = {
  name: 'vcpkg-manifest',
  title: 'vcpkg.json, with vcpkg-configuration.json',
  capabilities: { scope: true, graph: false, hashes: false, licence: false, direct: true },
  companions: (_, path, tree) => [configurationBeside(path), ...statusOf(path, tree)],
  read: ({ path, text, companions }) => {
    const parsed = parseManifest(path, text);
    if (!('manifest' in parsed)) return unreadable(...parsed);
    const { manifest, lineOf } = parsed;
    const [status] = statusOf(path, [...companions.keys()]);
    if (status !== undefined) return unreadable(leftTo(status, path));
    const beside = configurationBeside(path);
    const { registries, problems } = readConfiguration(beside, companions.get(beside));
    const reading = readManifestPorts({ file: path, text, manifest, registries }, lineOf);
    return { ...reading, diagnostics: [...problems, ...reading.diagnostics] };
  },
};

function configurationBeside(path: string): string {
  return path.replace(/vcpkg\.json$/, 'vcpkg-configuration.json');
}

function readConfiguration(
  file: string,
  text: string | undefined,
): { readonly registries: VcpkgConfiguration | undefined; readonly problems: readonly Diagnostic[] } {
  if (text === undefined) return { registries: undefined, problems: [] };
  const json = parseJsonc(text);
  const checked = 'message' in json ? undefined : checkSchema(vcpkgConfigurationSchema, json.value);
  if (checked?.ok === true) return { registries: checked.value, problems: [] };
  const message = `${quote(file)} is no configuration of vcpkg, so the registries of the ports are not known`;
  return {
    registries: undefined,
    problems: [entryProblem({ file }, message, 'Mend it, or restore it from git.')],
  };
}

function leftTo(status: string, path: string): Diagnostic {
  const message = `${path} gives no components, for ${status} tells what was installed of it`;
  const note = entryProblem({ file: path }, message, 'Nothing is to be done; the database is read for itself.');
  return { ...note, severity: 'note' };
}
