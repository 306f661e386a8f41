import { parseCpe } from '../../base/cpe/parse-cpe.ts';
import { productName } from '../../base/cpe/product-name.ts';
import { keepConforming } from '../../base/formats/keep-conforming.ts';
import { checkSchema, type SchemaProblem } from '../../base/formats/schema.ts';
import type { UnreadClaim } from '../../model/anomalies/cve.ts';
import type { KeyPath } from '../../model/place.ts';
import type { Readable } from '../cve/keep-readable-cve.ts';
import { nvdAuthor } from './nvd-author.ts';
import { criteriaSchema, nvdSchema, type NvdDocument } from './nvd-schema.ts';
import { unreadParts, type UnreadPart } from '../cve/unread-parts.ts';

/**
 * What is left of an entry of the NVD that fails the schema; `undefined` where its id is what fails. The products of a
 * configuration that cannot be read are put to a person and never count as not affected.
 */
export function keepReadableNvd(entry: unknown, problems: readonly SchemaProblem[]): Readable<NvdDocument> | undefined {
  const { parts, problems: led } = unreadParts(entry, problems, isConfiguration);
  const left = keepConforming(nvdSchema, entry, led);
  return left && { record: left, unread: parts.flatMap((part) => claimOf(part, nvdAuthor(left._annotation))) };
}

function isConfiguration(keyPath: KeyPath): boolean {
  return keyPath.length === 3 && keyPath[0] === 'cve' && keyPath[1] === 'configurations';
}

function claimOf({ part, flaw }: UnreadPart, by: string): UnreadClaim[] {
  const names = checkSchema(criteriaSchema, part);
  if (!names.ok) return [];
  const criteria = names.value.nodes.flatMap(({ cpeMatch }) => cpeMatch.map((match) => match.criteria));
  const products = criteria.flatMap((name) => {
    const cpe = parseCpe(name);
    return cpe ? [{ ...productName(cpe.vendor, cpe.product), targetSoftware: cpe.targetSoftware }] : [];
  });
  return [{ kind: 'unread', by, products, flaw }];
}
