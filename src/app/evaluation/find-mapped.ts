import { enrichByCves, findingKey } from '../../dossier/evaluation/enrich-by-cves.ts';
import type { Enquiry } from '../../dossier/evaluation/enrich.ts';
import { productsToAsk, type MappedCves } from '../../dossier/evaluation/products/judge-by-products.ts';
import type { CpeMappings } from '../../dossier/evaluation/products/mapped-component.ts';
import { mappingsOf } from '../../dossier/evaluation/products/mappings-of.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Evaluation } from '../../model/anomalies/evaluation.ts';
import { loadRecords } from '../../records/load.ts';
import type { AdvisoryStore, Host } from '../host.ts';

/** The products of CPE that people confirmed in SOUP items; an item that cannot be read might hold one, which is told. */
export async function loadMappings(
  host: Host,
): Promise<{ readonly mappings: CpeMappings; readonly faults: readonly Diagnostic[] }> {
  const { files } = await host.files.list();
  const texts = new Map<string, Uint8Array>();
  for (const { path } of files.filter((file) => /^soup\/items\/[^/]+\.ya?ml$/i.test(file.path))) {
    const bytes = await host.files.read(path);
    if (bytes !== undefined) texts.set(path, bytes);
  }
  if (texts.size === 0) return { mappings: new Map(), faults: [] };
  const { items, diagnostics } = loadRecords(texts);
  const read = new Set(items.map(({ file }) => file));
  return {
    mappings: mappingsOf(items),
    faults: diagnostics.filter(({ severity, place }) => severity === 'error' && !read.has(place.file)),
  };
}

/** Asks a store for the CVE records of confirmed products, and for all that it holds of the same CVEs. */
export function findMapped(store: AdvisoryStore, mappings: CpeMappings): MappedCves {
  const { byProduct } = store.cves([], productsToAsk(mappings));
  const ids = new Set([...byProduct.values()].flat().map(({ id }) => id));
  return { mappings, found: { byProduct, records: store.cves([...ids], []).records } };
}

/** Adds to the open findings of an evaluation what a store's CVE records say of them. */
export function withCves(evaluation: Evaluation, { idsOf, ids }: Enquiry, store: AdvisoryStore): Evaluation {
  const { records } = store.cves(ids, []);
  const byText = new Map([...idsOf].map(([finding, led]) => [findingKey(finding), led]));
  return { ...evaluation, findings: enrichByCves(evaluation.findings, byText, records) };
}
