import { componentFacts, type ComponentFacts } from '../../base/packages/component-facts.ts';
import type { Hash, Pinning } from '../../model/component.ts';
import type { LinePlace } from '../../model/place.ts';

/** The part of a component that follows from what names a NuGet package; letter case stays as the file has it. */
export function nugetComponent(
  name: string,
  version: string | undefined,
  at: LinePlace,
  pinning: Pinning = version === undefined ? { kind: 'range', asked: '*' } : { kind: 'exact' },
): ComponentFacts {
  return { ...componentFacts({ type: 'nuget', name, version }, at), pinning };
}

/**
 * Reads the SHA-512 that NuGet notes of a package, in base64 and perhaps behind `sha512-`. It is taken over the package
 * without its signature, so it is not the checksum of the file that a registry serves.
 */
export function contentHash(text: string | undefined): readonly Hash[] {
  const value = Buffer.from((text ?? '').replace(/^sha512-/, ''), 'base64').toString('hex');
  return value.length === 128 ? [{ algorithm: 'sha512', value, of: 'package without its signature' }] : [];
}

/** What a version in NuGet's notation asks for: `[1.2]` is one version, and a plain `1.2` is that or any later one. */
export function nugetPinning(asked: string | undefined): {
  readonly version: string | undefined;
  readonly pinning: Pinning;
} {
  const only = /^\[\s*([0-9][^\s,[\]()*]*)\s*\]$/.exec(asked ?? '')?.[1];
  if (only !== undefined) return { version: only, pinning: { kind: 'exact' } };
  return { version: undefined, pinning: { kind: 'range', asked: asked || '*' } };
}
