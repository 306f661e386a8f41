import { checkSchema } from '../../base/formats/schema.ts';
import { commonProduct } from '../../base/vex/common-product.ts';
import { mergeStatements } from '../../base/vex/merge-statements.ts';
import { unreadableVex, vexProblem, vexProblems } from '../../base/vex/vex-reading.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { VexProduct, VexStatement } from '../../model/vex/vex-document.ts';
import type { VexReader } from '../../model/plugs/vex-reader.ts';
import type { VexStatus } from '../../model/vex/vex.ts';
import { csafProducts, type CsafProducts } from './csaf-products.ts';
import { csafSayings, type CsafSaid } from './csaf-sayings.ts';
import { csafSchema, csafVulnerabilitySchema, type CsafVulnerability } from './csaf-schema.ts';

/** Reads the statuses of products out of CSAF 2.0, of the profile csaf_vex or any other. */
export const csaf: VexReader = {
  name: 'csaf',
  title: 'CSAF',
  fits: (value) =>
    typeof value === 'object' &&
    value !== null &&
    'document' in value &&
    typeof value.document === 'object' &&
    value.document !== null &&
    'csaf_version' in value.document,
  readVex: (input) => {
    const checked = checkSchema(csafSchema, input.value);
    if (!checked.ok) return unreadableVex(input, checked.problems);
    const { document, vulnerabilities = [] } = checked.value;
    const products = csafProducts(checked.value);
    const diagnostics: Diagnostic[] = [];
    const statements = vulnerabilities.flatMap((one, index): readonly VexStatement[] => {
      const at = ['vulnerabilities', index];
      const vulnerability = checkSchema(csafVulnerabilitySchema, one);
      if (!vulnerability.ok) {
        for (const each of vexProblems(input, at, vulnerability.problems)) diagnostics.push(each);
        return [];
      }
      const { statements: read, problems } = statementsOn(vulnerability.value, products);
      for (const each of problems.map((problem) => vexProblem(input, at, problem))) diagnostics.push(each);
      return read;
    });
    const { publisher, tracking, distribution } = document;
    const merged = mergeStatements(statements);
    return {
      document: {
        id: tracking.id,
        author: publisher.name,
        issued: tracking.current_release_date,
        version: tracking.version ?? '1',
        tlp: distribution?.tlp?.label,
        product: commonProduct(merged),
        statements: merged,
      },
      diagnostics,
    };
  },
};

type Read = { readonly statements: readonly VexStatement[]; readonly problems: readonly string[] };

/** One statement for what is said of products of one status; those that say the same are put together later. */
function statementsOn(vulnerability: CsafVulnerability, products: CsafProducts): Read {
  const { cve, ids = [], title, product_status: lists = {} } = vulnerability;
  const names = [...(cve === undefined ? [] : [cve]), ...ids.map(({ text }) => text)];
  const [name = title, ...aliases] = names;
  if (name === undefined) return { statements: [], problems: ['it has neither a CVE nor another name'] };
  const problems: string[] = [];
  const saidOf = csafSayings(vulnerability, products);
  const statements = Object.entries(lists).flatMap(([list, productIds]) => {
    const status = Object.hasOwn(statusOfList, list) ? statusOfList[list] : undefined;
    if (status === undefined) return [];
    const bySaying = new Map<CsafSaid, VexProduct[]>();
    for (const id of productIds) {
      const product = products.productAt(id);
      if (product === undefined) {
        problems.push(`${name}: the product tree has no "${id}"`);
        continue;
      }
      const said = saidOf(id);
      const same = bySaying.get(said) ?? [];
      bySaying.set(said, same);
      same.push(product);
    }
    return [...bySaying].map(([said, ofSaying]): VexStatement => {
      return { vulnerability: name, aliases, products: ofSaying, status, ...said };
    });
  });
  return { statements, problems };
}

/** `recommended` names no status. */
const statusOfList: Readonly<Record<string, VexStatus>> = {
  known_not_affected: 'not_affected',
  fixed: 'fixed',
  first_fixed: 'fixed',
  known_affected: 'affected',
  first_affected: 'affected',
  last_affected: 'affected',
  under_investigation: 'under_investigation',
};
