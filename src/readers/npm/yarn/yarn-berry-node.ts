import { entryProblem } from '../../../base/reading.ts';
import { quote } from '../../../base/quote.ts';
import type { Hash } from '../../../model/component.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { LinePlace } from '../../../model/place.ts';
import type { Want } from '../link-lock.ts';
import type { LockEntry } from '../lock-graph.ts';
import { npmComponent } from '../npm-package.ts';
import type { PackageManifest } from '../package-manifest.ts';
import { patchNote } from '../patch-note.ts';
import { servedName } from '../served-name.ts';
import type { BerryEntry } from './yarn-berry-schema.ts';
import type { YarnLocator } from './yarn-locator.ts';

/** An entry of a yarn.lock of yarn 2 and later, read but not joined. */
export type BerryNode = {
  readonly entry: LockEntry;
  /** Each `name@range` that it answers. */
  readonly descriptors: readonly string[];
  readonly locator: YarnLocator;
  readonly wants: readonly Want[];
  /** Of a workspace, when it was found. */
  readonly manifest: PackageManifest | undefined;
};

/** Makes the node of an entry; a patch of the product and a checksum that is none go to the diagnostics. */
export function berryNode(
  key: string,
  locked: BerryEntry,
  locator: YarnLocator,
  at: LinePlace,
  manifest: PackageManifest | undefined,
  diagnostics: Diagnostic[],
): BerryNode {
  const { name, kind, rest, archive, patch } = locator;
  const version = kind === 'npm' ? rest : locked.version === madeUp ? manifest?.version : locked.version;
  const facts = npmComponent({
    // The name of an address is what the product calls it; the registry that serves it knows better.
    name: kind === 'address' ? (servedName(rest) ?? name) : name,
    version,
    resolved: kind === 'address' ? rest : archive,
    hashes: hashesOf(name, locked, locator, at, diagnostics),
    at,
  });
  if (patch !== undefined) diagnostics.push(patchNote(at, `${name}@${version ?? ''}`, patch));
  return {
    entry: { facts, kind: kind === 'workspace' ? 'root' : kind === 'folder' ? 'own' : 'foreign' },
    descriptors: key.split(',').map((descriptor) => descriptor.trim()),
    locator,
    wants: wantsOf(locked),
    manifest,
  };
}

/** What yarn writes for the version of a folder. */
const madeUp = '0.0.0-use.local';

/** The checksum is that of the zip into which yarn packs a package anew, and never that of the registry's archive. */
function hashesOf(
  name: string,
  { checksum }: BerryEntry,
  { isPatched }: YarnLocator,
  at: LinePlace,
  diagnostics: Diagnostic[],
): Hash[] {
  if (checksum === undefined) return [];
  const value = checksum.slice(checksum.lastIndexOf('/') + 1);
  const of = isPatched ? "yarn's zip of the patched package" : "yarn's zip of the package";
  if (/^[0-9a-f]{128}$/.test(value)) return [{ algorithm: 'sha512', value, of }];
  const message = `${name} has the checksum ${quote(checksum)}, which is of no known kind`;
  diagnostics.push(entryProblem(at, message, 'Let yarn write the lockfile anew.'));
  return [];
}

function wantsOf({ dependencies, dependenciesMeta }: BerryEntry): readonly Want[] {
  return Object.entries(dependencies ?? {}).map(([name, range]) => ({
    name,
    range,
    isOptional: dependenciesMeta?.[name]?.optional === 'true',
  }));
}
