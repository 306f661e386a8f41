import { pathsBelow } from '../../base/paths/paths-below.ts';
import { syntaxProblem, unreadable } from '../../base/reading.ts';
import type { Relation } from '../../model/component.ts';
import type { Reader, Source } from '../../model/plugs/reader.ts';
import { parseCoreMetadata } from '../../base/formats/core-metadata.ts';
import { readDirectUrl } from './dist-info/direct-url.ts';
import { installedNeeds } from './dist-info/installed-needs.ts';
import { metadataFacts } from './dist-info/metadata-facts.ts';
import { pypiComponent, registryName } from './pypi-package.ts';

/**
 * Reads what pip and its like leave beside an installed package: `METADATA` of a dist-info (PEP 376, PEP 566, PEP 639),
 * `PKG-INFO` of an egg. One folder holds one package; what it needs is looked for in the folders beside it.
 */
export const pythonDistInfo: Reader = {
  name: 'python-dist-info',
  title: 'installed Python packages, dist-info and egg-info',
  capabilities: { scope: false, graph: true, hashes: true, licence: true, direct: true },
  companions: (_, path) =>
    path.endsWith('.egg-info') ? [] : ['INSTALLER', 'REQUESTED', 'direct_url.json', 'requires.txt'].map(beside(path)),
  read: (source) => {
    const { path, text, companions } = source;
    const metadata = parseCoreMetadata(text);
    const [name] = metadata.get('name') ?? [];
    const [version] = metadata.get('version') ?? [];
    if (name === undefined || version === undefined || name.value === '' || version.value === '')
      return unreadable(syntaxProblem(path, 'it has no field "Name" or no field "Version"', { line: 1 }));
    const at = { file: path, line: name.line };
    const direct = readDirectUrl(companions.get(beside(path)('direct_url.json')));
    const needs = installedNeeds(metadata, companions.get(beside(path)('requires.txt')), neighboursOf(source));
    const facts = pypiComponent({
      ...direct,
      name: registryName(name.value),
      version: version.value,
      pinning: { kind: 'exact' },
      at,
    });
    return {
      components: [
        {
          ...facts,
          ...metadataFacts(metadata, path, facts),
          scope: 'unknown',
          scopeEvidence: [{ scope: 'unknown', reason: 'an installed package does not tell what uses it', at }],
          relation: relationOf(source),
          firstParty: false,
          dependsOn: needs.met,
        },
      ],
      graph: needs.isComplete ? 'complete' : 'partial',
      diagnostics: [],
    };
  },
};

function beside(path: string): (name: string) => string {
  return (name) => path.replace(/(?<![^/])[^/]+$/, name);
}

/** pip and uv mark what somebody asked for by an empty file `REQUESTED`; other installers tell nothing. */
function relationOf({ path, companions }: Source): Relation {
  const installer = companions.get(beside(path)('INSTALLER'))?.trim();
  if (installer !== 'pip' && installer !== 'uv') return 'unknown';
  return companions.has(beside(path)('REQUESTED')) ? 'direct' : 'transitive';
}

/** The packages installed beside one, by name, as their folders are called: `<name>-<version>.dist-info`. */
function neighboursOf({ path, tree = [] }: Source): ReadonlyMap<string, string> {
  const site = path.replace(/(?<![^/])[^/]+(?:\/(?:METADATA|PKG-INFO|EGG-INFO\/PKG-INFO))?$/, '');
  const versions = new Map<string, string>();
  for (const other of pathsBelow(tree, site)) {
    const [, name, version] = installedFolder.exec(other.slice(site.length)) ?? [];
    if (name !== undefined && version !== undefined) versions.set(registryName(name), version);
  }
  return versions;
}

/** An egg says behind its version for which Python it is: `<name>-<version>-py3.11.egg-info`. */
const installedFolder =
  /^([^/-]+)-([^/-]+)(?:\.dist-info\/METADATA|\.egg-info(?:\/PKG-INFO)?|-py[\d.]+\.egg-info(?:\/PKG-INFO)?)$/;
