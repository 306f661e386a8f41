import type { ImportSite, Usage } from '../model/inventory/usage.ts';

/**
 * The lines at which the product's own code loads a component: no tests, no build scripts, no types alone, and none that
 * may as well mean another package.
 */
export function loadingSites(usage: Usage, purl: string): readonly ImportSite[] {
  if (usage.kind === 'not-looked') return [];
  const sites = usage.importedAt.get(purl) ?? [];
  return sites.filter(
    ({ role, typesOnly, certainty }) => role === 'product' && !typesOnly && certainty !== 'one-of-several',
  );
}
