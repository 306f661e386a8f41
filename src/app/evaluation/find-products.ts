import { parseCpe } from '../../base/cpe/parse-cpe.ts';
import { bareName, productKey } from '../../base/cpe/product-name.ts';
import { HostError, UsageError } from '../../base/errors.ts';
import { packageOf, parsePurl } from '../../base/packages/purl.ts';
import { packageKeyOf } from '../../dossier/evaluation/matching/package-key-of.ts';
import type { CpeMapping } from '../../model/anomalies/cpe-mapping.ts';
import type { KnownProduct } from '../../model/anomalies/cve.ts';
import type { Component } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { loadMappings } from './find-mapped.ts';
import type { AdvisoryStore, Host } from '../host.ts';
import { scan } from '../scan.ts';

/** A package, what people confirmed of it, and products that it may be: a name is no proof. */
export type ProductCandidates = {
  readonly package: string;
  /** Each with how many CVEs the store knows of it: without any, the package is not covered by it. */
  readonly confirmed: readonly (CpeMapping & { readonly records: number })[];
  readonly candidates: readonly ProductCandidate[];
};

/** A product that a package may be, with what the latest record of it is about. */
export type ProductCandidate = KnownProduct & {
  /** The files that name it as the product of this package. */
  readonly statedIn: readonly string[];
  readonly summary: string | undefined;
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
    const ofSoup = Map.groupBy(components, ({ purl }) => packageOf(purl));
    const asked = [...soups].toSorted().map((soup) => ({
      soup,
      names: namesOf(soup),
      stated: statedProducts(ofSoup.get(soup) ?? []),
      confirmed: mappings.get(soup) ?? [],
    }));
    const known = knownProducts(store, asked);
    const packages = asked.map(({ soup, names, stated, confirmed }) => {
      const taken = new Set(confirmed.map(productKey));
      const bare = new Set(names.map(bareName));
      const candidates = known
        .filter(
          (one) => !taken.has(productKey(one)) && (stated.has(productKey(one)) || bare.has(bareName(one.product))),
        )
        .map((one) => ({ ...one, statedIn: stated.get(productKey(one)) ?? [], summary: undefined }));
      return {
        package: soup,
        confirmed: confirmed.map((one) => ({ ...one, records: recordsOf(one, known) })),
        candidates: candidates.toSorted((a, b) => b.statedIn.length - a.statedIn.length),
      };
    });
    return { packages: withSummaries(store, packages), diagnostics: [...diagnostics, ...faults] };
  } finally {
    store.close();
  }
}

type Asked = {
  readonly names: readonly string[];
  readonly stated: ReadonlyMap<string, readonly string[]>;
  readonly confirmed: readonly CpeMapping[];
};

/** All are asked for at once: the store looks through the names of all its products for them. */
function knownProducts(store: AdvisoryStore, asked: readonly Asked[]): readonly KnownProduct[] {
  const names = asked.flatMap(({ names: own, stated, confirmed }) => [
    ...own,
    ...[...stated.keys()].map((key) => key.slice(key.indexOf('/') + 1)),
    ...confirmed.map(({ product }) => product),
  ]);
  return names.length === 0 ? [] : store.products([...new Set(names)]);
}

/** The products that files say a package is, with these files: a word of others, which a person has to confirm. */
function statedProducts(components: readonly Component[]): ReadonlyMap<string, readonly string[]> {
  const stated = components.flatMap(({ cpes = [], foundAt }) =>
    cpes.flatMap((text) => {
      const cpe = parseCpe(text);
      return cpe === undefined ? [] : [[productKey(cpe), foundAt.map(({ file }) => file)] as const];
    }),
  );
  return new Map(
    [...Map.groupBy(stated, ([key]) => key)].map(([key, same]) => [
      key,
      [...new Set(same.flatMap(([, files]) => files))],
    ]),
  );
}

function recordsOf(mapping: CpeMapping, known: readonly KnownProduct[]): number {
  return known.find((one) => productKey(one) === productKey(mapping))?.records ?? 0;
}

function withSummaries(store: AdvisoryStore, packages: readonly ProductCandidates[]): readonly ProductCandidates[] {
  const ids = new Set(packages.flatMap(({ candidates }) => candidates.map(({ latest }) => latest)));
  if (ids.size === 0) return packages;
  const { records } = store.cves([...ids], []);
  const about = (id: string) => records.get(id)?.find(({ summary }) => summary !== undefined)?.summary;
  return packages.map((one) => ({
    ...one,
    candidates: one.candidates.map((candidate) => ({ ...candidate, summary: about(candidate.latest) })),
  }));
}

/** Records of source repositories speak of few versions; those of CVE may say more. */
function lacksPackages(ecosystem: string | undefined): boolean {
  return ecosystem === undefined || ecosystem === 'GIT';
}

/** A store without CVE records knows no product, which must not look as if there were none. */
function refuseWithoutRecords(store: AdvisoryStore): void {
  const content = store.content();
  if (content.kind === 'missing')
    throw new HostError(
      `there is no advisory store: the file "${store.path}" does not exist`,
      'Make one with `tureen sync --database nvd=<folder or address>` or cve-list=<folder or address>, or name the file that is there with --store.',
    );
  const isThere =
    content.kind === 'filled' && content.databases?.some(({ feed }) => feed === 'nvd' || feed === 'cve-list');
  if (isThere) return;
  throw new HostError(
    `the store ${store.path} holds no CVE records, so that no product can be found in it`,
    'Fill it with `tureen sync --database nvd=<folder or address>` or cve-list=<folder or address>.',
  );
}

/** How vendors may have called what a package holds: with `lib` or without, and without the number of an interface (`sqlite3`). */
function namesOf(soup: string): readonly string[] {
  const name = (parsePurl(soup)?.name ?? '').toLowerCase();
  const bare = name.replace(/^lib(?=[a-z]{2})/, '');
  const unnumbered = bare.replace(/(?<=[a-z])[-_.]?\d+$/, '');
  const all = [name, bare, `lib${bare}`, unnumbered, `lib${unnumbered}`, ...(otherNames.get(name) ?? [])];
  return [...new Set(all)].filter((one) => one !== '' && one !== 'lib');
}

/** What vendors call the runtimes of languages. */
const otherNames: ReadonlyMap<string, readonly string[]> = new Map([
  ['erlang', ['erlang/otp', 'erlang\\/otp', 'otp']],
  ['node', ['node.js', 'nodejs']],
  ['openjdk', ['jdk', 'jre', 'java_se']],
  ['python', ['cpython']],
]);
