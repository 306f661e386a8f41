import { productKey } from '../../../base/cpe/product-name.ts';
import type { Advisory } from '../../../model/anomalies/advisory.ts';
import type { Component } from '../../../model/component.ts';
import type { CveClaim, CveRecord, CvesFound, ProductName, UnreadClaim } from '../../../model/anomalies/cve.ts';
import type { Finding } from '../../../model/anomalies/evaluation.ts';
import { generic } from '../../../versions/generic.ts';
import { judgeConfiguration } from './judge-configuration.ts';
import { judgeStatement } from './judge-statement.ts';
import { mappedComponents, type CpeMappings, type MappedComponent } from './mapped-component.ts';
import { strongest, undetermined, type ProductJudgement } from './product-judgement.ts';

/** What people confirmed of packages, and what a store's CVE records say of those products. */
export type MappedCves = { readonly mappings: CpeMappings; readonly found: CvesFound };

/** A judgement by a CVE record, whose advisory names no package. */
export type JudgedByProduct = ProductJudgement & {
  readonly record: Advisory;
  readonly confidence: NonNullable<Finding['confidence']>;
  readonly functions: readonly string[];
};

/** The products to ask a store for, each once. */
export function productsToAsk(mappings: CpeMappings): readonly ProductName[] {
  const names = [...mappings.values()].flat().map(({ vendor, product }) => ({ vendor, product }));
  return [...new Map(names.map((name) => [productKey(name), name])).values()];
}

/** Judges a component by the CVE records of the products that it was confirmed to be; never by its name. */
export function judgeByProducts(component: Component, { mappings, found }: MappedCves): readonly JudgedByProduct[] {
  if (mappings.size === 0) return [];
  const told = mappedComponents(component, mappings).flatMap((mapped) =>
    (found.byProduct.get(productKey(mapped.mapping)) ?? []).flatMap((record) => {
      const judged = judgeRecord(record, mapped);
      return judged === undefined ? [] : [{ ...judged, cve: record, mapped }];
    }),
  );
  const byCve = Map.groupBy(told, ({ cve }) => cve.id);
  return [...byCve.values()].flatMap((same) => {
    const spoken = same.filter(({ unstated }) => unstated !== true);
    const byRecord = Map.groupBy(spoken.length > 0 ? spoken : same, ({ cve }) => cve.feed);
    return [...byRecord.values()].flatMap((ofRecord) => {
      const best = strongest(ofRecord);
      const one = ofRecord.find((each) => each === best);
      return one === undefined ? [] : [asMember(one, one.cve, one.mapped, found)];
    });
  });
}

function judgeRecord(record: CveRecord, mapped: MappedComponent): ProductJudgement | undefined {
  const told = record.claims.flatMap((claim) => {
    const judged = judgeClaim(claim, mapped);
    const reason = `${claim.by} of ${productKey(mapped.mapping)}: ${judged?.reason ?? ''}`;
    return judged === undefined ? [] : [{ by: claim.by, judged: { ...judged, reason } }];
  });
  const stated = told.filter(({ judged }) => judged.unstated !== true);
  const byAuthor = Map.groupBy(stated.length > 0 ? stated : told, ({ by }) => by);
  const words = [...byAuthor.values()].flatMap((same) => strongest(same.map(({ judged }) => judged)) ?? []);
  const judged = agreed(words);
  if (judged?.result !== 'affected' || !mapped.patched) return judged;
  return {
    ...judged,
    ...undetermined(`${judged.reason}, but its distribution may have mended it without a new version`),
  };
}

/** The CNA of a record and those who add to it may contradict one another; each knows what the other does not. */
function agreed(words: readonly ProductJudgement[]): ProductJudgement | undefined {
  const judged = strongest(words);
  const other = words.find(({ result }) => result === 'not-affected');
  if (judged?.result !== 'affected' || other === undefined) return judged;
  return { ...judged, ...undetermined(`${judged.reason}, while ${other.reason}, so that a person has to decide`) };
}

function judgeClaim(claim: CveClaim, mapped: MappedComponent): ProductJudgement | undefined {
  if (claim.kind === 'configuration') return judgeConfiguration(claim, mapped);
  return claim.kind === 'versions' ? judgeStatement(claim, mapped) : judgeUnread(claim, mapped);
}

function judgeUnread({ products, flaw }: UnreadClaim, { mapping }: MappedComponent): ProductJudgement | undefined {
  return products.some(({ vendor, product }) => vendor === mapping.vendor && product === mapping.product)
    ? undetermined(`what it says cannot be read (${flaw})`)
    : undefined;
}

function asMember(
  judged: ProductJudgement,
  cve: CveRecord,
  { scheme }: MappedComponent,
  { records }: CvesFound,
): JudgedByProduct {
  const { id, rejected } = [cve, ...(records.get(cve.id) ?? [])].find((one) => one.rejected !== undefined) ?? cve;
  const held: ProductJudgement =
    rejected === undefined
      ? judged
      : { result: 'not-affected', reason: `${id} was rejected on ${rejected.slice(0, 10)}` };
  return {
    ...held,
    record: asAdvisory(cve),
    confidence: scheme === generic ? 'mapped-product-generic-order' : 'mapped-product',
    functions: cve.claims.flatMap((claim) => (claim.kind === 'versions' ? claim.functions : [])),
  };
}

/** A CVE record among the advisories of a component; its severities are told with their authors elsewhere. */
function asAdvisory({ id, feed, modified, rejected, summary, hash }: CveRecord): Advisory {
  const none = { aliases: [], upstream: [], related: [], severities: [], affected: [] };
  return { ...none, id, feed, modified, withdrawn: rejected, kind: 'vulnerability', summary, hash };
}
