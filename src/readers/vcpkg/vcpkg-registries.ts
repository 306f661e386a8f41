import { withoutSecrets } from '../../base/packages/repositories/package-address.ts';
import type { VcpkgConfiguration, VcpkgManifest } from './vcpkg-manifest-schema.ts';
import type { VcpkgPort } from './vcpkg-port.ts';

/** Tells from which registry a port is taken, and at which state of it, its baseline. */
export function registriesOf(
  manifest: VcpkgManifest,
  beside: VcpkgConfiguration | undefined,
): (name: string) => Pick<VcpkgPort, 'registry' | 'baseline'> {
  const configuration = manifest['vcpkg-configuration'] ?? beside;
  const standard = configuration?.['default-registry'];
  const ofPattern = new Map(
    (configuration?.registries ?? []).flatMap((registry) =>
      (registry.packages ?? []).map((pattern) => [pattern, registry] as const),
    ),
  );
  return (name) => {
    const own = patternsOf(name)
      .map((pattern) => ofPattern.get(pattern))
      .find((registry) => registry !== undefined);
    const taken = own ?? standard ?? { kind: 'builtin' };
    const isBuiltin = taken.kind === 'builtin';
    const address = isBuiltin ? undefined : taken.repository;
    return {
      registry: address === undefined ? undefined : withoutSecrets(address),
      baseline: taken.baseline ?? (own === undefined && isBuiltin ? manifest['builtin-baseline'] : undefined),
    };
  };
}

/** A pattern is a name, or the beginning of one with a star behind it; the one that says most of a name counts. */
function patternsOf(name: string): readonly string[] {
  const start = name.slice(0, longestPattern);
  return [name, ...Array.from({ length: start.length + 1 }, (_, cut) => `${start.slice(0, start.length - cut)}*`)];
}

/** No name of a port is as long. */
const longestPattern = 100;
