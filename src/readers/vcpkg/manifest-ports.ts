import { quote } from '../../base/quote.ts';
import { entryProblem } from '../../base/reading.ts';
import type { Component, ScopeEvidence } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { KeyPath, LinePlace } from '../../model/place.ts';
import type { Reading } from '../../model/plugs/reader.ts';
import type { VcpkgConfiguration, VcpkgDependency, VcpkgManifest, VcpkgOverride } from './vcpkg-manifest-schema.ts';
import { portComponent, splitPortVersion, type VcpkgPort } from './vcpkg-port.ts';
import { registriesOf } from './vcpkg-registries.ts';

/** A manifest with its file, and the registries that a file beside it names. */
type Manifest = {
  readonly file: string;
  readonly text: string;
  readonly manifest: VcpkgManifest;
  readonly registries: VcpkgConfiguration | undefined;
};

/** Makes components of the ports that a manifest asks for, itself or for a feature of its own. */
export function readManifestPorts(
  { file, text, manifest, registries }: Manifest,
  lineOf: (path: KeyPath) => number,
): Reading {
  const registryOf = registriesOf(manifest, registries);
  const overrides = new Map(manifest.overrides.map((override) => [override.name, override]));
  const lineIn = linesOfNames(text, lineOf);
  const asked = (dependencies: readonly VcpkgDependency[], keyPath: KeyPath, feature: string | undefined) =>
    dependencies.flatMap((dependency, index): Component[] => {
      if (dependency.name === manifest.name) return [];
      const at = { file, line: lineIn(keyPath, index, dependency.name) };
      const evidence = scopeOf(dependency, feature, manifest, at);
      return [
        {
          ...askedPort(dependency, overrides.get(dependency.name), registryOf(dependency.name), at),
          scope: evidence.scope,
          scopeEvidence: [evidence],
          relation: 'direct',
        },
      ];
    });
  const components = [
    ...asked(manifest.dependencies, ['dependencies'], undefined),
    ...Object.entries(manifest.features).flatMap(([feature, { dependencies }]) =>
      asked(dependencies, ['features', feature, 'dependencies'], feature),
    ),
  ];
  const named = new Set(components.map(({ name }) => name));
  const unused = manifest.overrides.flatMap(({ name }, index) =>
    named.has(name) ? [] : [overrideNote(name, { file, line: lineOf(['overrides', index]) })],
  );
  return {
    components,
    graph: 'none',
    diagnostics: components.length === 0 ? unused : [declaredOnly(file), ...unused],
  };
}

/** A lower bound is no version; only an override is one. */
function askedPort(
  { name, 'version>=': least }: VcpkgDependency,
  override: VcpkgOverride | undefined,
  registry: Pick<VcpkgPort, 'registry' | 'baseline'>,
  at: LinePlace,
): Component {
  const forced =
    override?.version ?? override?.['version-semver'] ?? override?.['version-date'] ?? override?.['version-string'];
  if (forced !== undefined) {
    const { version, portVersion } = splitPortVersion(forced);
    const recipe = override?.['port-version']?.toString() ?? portVersion;
    return portComponent({ name, version, portVersion: recipe, ...registry }, at);
  }
  const words = [
    least === undefined ? undefined : `>=${least}`,
    registry.baseline === undefined ? undefined : `baseline ${registry.baseline}`,
  ];
  const asked = words.filter((word) => word !== undefined).join(' at ') || '*';
  return { ...portComponent({ name, version: undefined, ...registry }, at), pinning: { kind: 'range', asked } };
}

function scopeOf(
  { host }: VcpkgDependency,
  feature: string | undefined,
  manifest: VcpkgManifest,
  at: LinePlace,
): ScopeEvidence {
  if (host) return { scope: 'development', reason: '"host": true, built for the building machine', at };
  if (feature === undefined) return { scope: 'runtime', reason: '"dependencies"', at };
  return manifest['default-features'].includes(feature)
    ? { scope: 'runtime', reason: `the feature ${feature}, which is on by default`, at }
    : { scope: 'optional', reason: `the feature ${feature}`, at };
}

/** A name that stands alone in a list has no place of its own: it is looked for below the list, in order. */
function linesOfNames(text: string, lineOf: (path: KeyPath) => number) {
  const lines = text.split('\n');
  const next = new Map<string, number>();
  return (list: KeyPath, index: number, name: string): number => {
    const top = lineOf(list);
    const own = lineOf([...list, index]);
    if (own !== top) return own;
    const key = list.join('/');
    const from = next.get(key) ?? top - 1;
    const found = lines.slice(from, from + 50).findIndex((line) => line.includes(JSON.stringify(name)));
    if (found === -1) return top;
    next.set(key, from + found);
    return from + found + 1;
  };
}

function declaredOnly(file: string): Diagnostic {
  return entryProblem(
    { file },
    `${file} tells which ports are asked for, not which versions the registry has of them nor what they bring in`,
    'Run vcpkg install and scan vcpkg_installed too, which tells both; or force versions by "overrides".',
  );
}

function overrideNote(name: string, at: LinePlace): Diagnostic {
  const message = `the version of ${quote(name)} is forced, but whether anything brings it in is not told here`;
  return { ...entryProblem(at, message, 'Run vcpkg install and scan vcpkg_installed too.'), severity: 'note' };
}
