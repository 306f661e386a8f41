import type { Inventory } from '../../../model/inventory/inventory.ts';

/** When in the product's life the facts were taken, in the words of CycloneDX. */
export type Phase = 'pre-build' | 'post-build';

/**
 * The phases that an inventory tells of: lockfiles and manifests stand before the build; a package database of an
 * operating system is read from the image that the build made.
 */
export function phasesOf({ components }: Inventory): readonly Phase[] {
  const installed = components.some(({ type }) => imageTypes.has(type));
  const locked = components.some(({ type }) => !imageTypes.has(type));
  return [...(locked || !installed ? ['pre-build' as const] : []), ...(installed ? ['post-build' as const] : [])];
}

/** The generation context in a sentence, for formats that have no field for it. */
export function describeContext(inventory: Inventory): string {
  const sources = phasesOf(inventory).map((phase) => wording[phase]);
  return `Generation context: ${sources.join('; ')}. Nothing was built or run.`;
}

const imageTypes = new Set(['deb', 'rpm', 'apk', 'alpm']);

const wording: Readonly<Record<Phase, string>> = {
  'pre-build': "pre-build, from the lockfiles and manifests of the product's build",
  'post-build': "post-build, from the package databases of the product's image",
};
