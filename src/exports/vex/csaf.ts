import { isCve } from '../../base/anomalies/is-cve.ts';
import { actionText } from '../../base/vex/action-text.ts';
import { partTitle } from '../../base/vex/vex-part.ts';
import type { VexDocument, VexStatement } from '../../model/vex/vex-document.ts';
import type { VexExport } from '../../model/plugs/vex-export.ts';
import { statusWords, type VexResponse, type VexStatus } from '../../model/vex/vex.ts';
import { csafProducts, type CsafProducts } from './csaf-products.ts';

/**
 * Writes CSAF 2.0 in the profile csaf_vex (4.5): one vulnerability holds all statements on it, each with a note that names
 * its products; responses and day of an action stand in its text.
 */
export const csaf: VexExport = {
  name: 'csaf',
  title: 'CSAF 2.0 VEX',
  extension: 'csaf.json',
  needs: ['website'],
  writeVex: (document, { website, email, tool }) => {
    const products = csafProducts(document);
    const byName = Map.groupBy(document.statements, ({ vulnerability }) => vulnerability);
    const content = {
      document: {
        category: 'csaf_vex',
        csaf_version: '2.0',
        lang: 'en',
        publisher: {
          category: 'vendor',
          contact_details: email,
          name: document.author,
          namespace: website,
        },
        title: `VEX: ${document.product === undefined ? document.author : partTitle(document.product).name}`,
        tracking: trackingOf(document, tool),
      },
      product_tree: products.tree,
      vulnerabilities: [...byName.values()].map((statements) => vulnerabilityOf(statements, products)),
    };
    return `${JSON.stringify(content, undefined, 2)}\n`;
  },
};

function trackingOf(
  { id, version, issued }: VexDocument,
  tool: { readonly name: string; readonly version: string },
): object {
  return {
    current_release_date: issued,
    generator: { engine: tool },
    id,
    initial_release_date: issued,
    revision_history: [{ date: issued, number: version, summary: 'As generated from the records of the product' }],
    status: 'final',
    version,
  };
}

function vulnerabilityOf(statements: readonly VexStatement[], products: CsafProducts): object {
  const [first] = statements;
  const { vulnerability = '', aliases = [] } = first ?? {};
  const cve = isCve(vulnerability) ? vulnerability : undefined;
  const ids = [...(cve === undefined ? [vulnerability] : []), ...aliases];
  const said = statements.map((statement) => ({ statement, product_ids: products.idsOf(statement) }));
  return {
    cve,
    ids: orNone(ids.map((text) => ({ system_name: text.replace(/-.*$/s, ''), text }))),
    flags: orNone(
      said.flatMap(({ statement: { justification, timestamp }, product_ids }) =>
        justification === undefined ? [] : [{ date: timestamp, label: justification, product_ids }],
      ),
    ),
    notes: said.map(({ statement, product_ids }) => noteOn(statement, product_ids)),
    product_status: Object.fromEntries(
      [...Map.groupBy(said, ({ statement }) => lists[statement.status])].map(([list, group]) => [
        list,
        [...new Set(group.flatMap(({ product_ids }) => product_ids))],
      ]),
    ),
    remediations: orNone(
      said.flatMap(({ statement: { action, timestamp }, product_ids }) =>
        action === undefined
          ? []
          : [{ category: categoryOf(action.responses), date: timestamp, details: actionText(action), product_ids }],
      ),
    ),
    scores: orNone(said.flatMap(({ statement, product_ids }) => scoresOf(statement, product_ids))),
    threats: orNone(
      said.flatMap(({ statement: { impact, timestamp }, product_ids }) =>
        impact === undefined ? [] : [{ category: 'impact', date: timestamp, details: impact, product_ids }],
      ),
    ),
  };
}

const lists: Readonly<Record<VexStatus, string>> = {
  not_affected: 'known_not_affected',
  affected: 'known_affected',
  fixed: 'fixed',
  under_investigation: 'under_investigation',
};

/** Notes of CSAF know no products: the title says of which, and since when. */
function noteOn({ status, notes, timestamp }: VexStatement, products: readonly string[]): object {
  const since = timestamp === undefined ? '' : ` of ${timestamp}`;
  return {
    category: 'details',
    text: notes ?? statusWords[status].means,
    title: `${notes === undefined ? 'Statement' : 'Status notes'}${since} on ${products.join(', ')}`,
  };
}

function categoryOf([response]: readonly VexResponse[]): string {
  return response === undefined ? 'none_available' : categories[response];
}

const categories: Readonly<Record<VexResponse, string>> = {
  update: 'vendor_fix',
  workaround_available: 'workaround',
  rollback: 'mitigation',
  will_not_fix: 'no_fix_planned',
  can_not_fix: 'no_fix_planned',
};

/** Base vectors of version 3 alone: the schema wants the score that belongs to them. */
function scoresOf({ ratings = [] }: VexStatement, products: readonly string[]): readonly object[] {
  const one = ratings.find(({ vector }) => /^CVSS:3\.[01](?:\/[A-Z]{1,2}:[A-Z]){8}$/.test(vector));
  if (one === undefined) return [];
  const { vector: vectorString, score: baseScore, rating } = one;
  const version = vectorString.slice(5, 8);
  return [{ cvss_v3: { baseScore, baseSeverity: rating.toUpperCase(), vectorString, version }, products }];
}

function orNone<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}
