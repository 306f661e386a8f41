import { productKey } from '../../base/cpe/product-name.ts';
import { HostError, UsageError } from '../../base/errors.ts';
import { packageOf, parsePurl } from '../../base/packages/purl.ts';
import { packageKeyOf } from '../../dossier/evaluation/matching/package-key-of.ts';
import type { CpeMapping } from '../../model/anomalies/cpe-mapping.ts';
import type { KnownProduct } from '../../model/anomalies/cve.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { loadMappings } from './find-mapped.ts';
import type { AdvisoryStore, Host } from '../host.ts';
import { scan } from '../scan.ts';
import { unfilledStore } from '../unfilled-store.ts';

/** A package, what people confirmed of it, and products that it may be: a name is no proof. */
export type ProductCandidates = {
  readonly package: string;
  readonly confirmed: readonly CpeMapping[];
  readonly candidates: readonly KnownProduct[];
};

/**
 * Looks for products of CVE records with the names of packages: of those that are named, or else of all that no ecosystem's
 * advisories cover. Nothing is matched by it; a person confirms. Throws `UsageError` for a package that is not there,
 * `HostError` for a store without CVE records.
 */
export async function findProducts(
  host: Host,
  storePath: string,
  purls: readonly string[],
): Promise<{ readonly packages: readonly ProductCandidates[]; readonly diagnostics: readonly Diagnostic[] }> {
  const { inventory, diagnostics } = await scan(host);
  const components = inventory.components.filter(({ firstParty }) => !firstParty);
  const known = new Set(components.map(({ purl }) => packageOf(purl)));
  const named = purls.map(packageOf);
  const absent = named.find((soup) => !known.has(soup));
  if (absent !== undefined)
    throw new UsageError(`nothing in the inventory is ${absent}`, 'Run `tureen scan` to see what there is.');
  const uncovered = components.filter((component) => lacksPackages(packageKeyOf(component)?.ecosystem));
  const soups = new Set(named.length > 0 ? named : uncovered.map(({ purl }) => packageOf(purl)));
  const { mappings, faults } = await loadMappings(host);
  const store = await host.stores.open(storePath);
  try {
    refuseWithoutRecords(store);
    const packages = [...soups].toSorted().map((soup) => {
      const confirmed = mappings.get(soup) ?? [];
      const taken = new Set(confirmed.map(productKey));
      const candidates = store.products(namesOf(soup)).filter((product) => !taken.has(productKey(product)));
      return { package: soup, confirmed, candidates };
    });
    return { packages, diagnostics: [...diagnostics, ...faults] };
  } finally {
    store.close();
  }
}

/** Records of source repositories speak of few versions; those of CVE may say more. */
function lacksPackages(ecosystem: string | undefined): boolean {
  return ecosystem === undefined || ecosystem === 'GIT';
}

/** A store without CVE records knows no product, which must not look as if there were none. */
function refuseWithoutRecords(store: AdvisoryStore): void {
  const content = store.content();
  if (content.kind === 'missing') throw unfilledStore(store);
  const isThere =
    content.kind === 'filled' && content.databases?.some(({ feed }) => feed === 'nvd' || feed === 'cve-list');
  if (isThere) return;
  throw new HostError(
    `the store ${store.path} holds no CVE records, so that no product can be found in it`,
    'Fill it with `tureen sync --database nvd=<folder or address>` or cve-list=<folder or address>.',
  );
}

/** How vendors may have called what a package holds. */
function namesOf(soup: string): readonly string[] {
  const name = (parsePurl(soup)?.name ?? '').toLowerCase();
  const bare = name.replace(/^lib(?=[a-z]{2})/, '');
  const all = [name, bare, `lib${bare}`].flatMap((one) => [one, one.replaceAll('-', '_'), one.replace(/[-_.]/g, '')]);
  const pieces = bare.split(/[-_.]/).length === 1 ? [] : [bare.replaceAll(/[-_.]/g, '.')];
  return [...new Set([...all, ...pieces, ...(otherNames.get(name) ?? [])])].filter((one) => one !== '');
}

/** What vendors call the runtimes of languages. */
const otherNames: ReadonlyMap<string, readonly string[]> = new Map([
  ['erlang', ['erlang/otp', 'erlang\\/otp', 'otp']],
  ['node', ['node.js', 'nodejs']],
  ['openjdk', ['jdk', 'jre', 'java_se']],
  ['python', ['cpython']],
]);
