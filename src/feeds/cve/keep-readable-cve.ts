import { keepConforming } from '../../base/formats/keep-conforming.ts';
import { checkSchema, type SchemaProblem } from '../../base/formats/schema.ts';
import { valueAt } from '../../base/formats/value-at.ts';
import type { UnreadClaim } from '../../model/anomalies/cve.ts';
import type { KeyPath } from '../../model/place.ts';
import { authorOf } from './cve-author.ts';
import { productsOf } from './cve-products.ts';
import { authorSchema, cveSchema, namesSchema, type CveDocument } from './cve-schema.ts';
import { unreadParts, type UnreadPart } from './unread-parts.ts';

/** What can be read of a record that fails the schema, and what it says of products beside that. */
export type Readable<T> = { readonly record: T; readonly unread: readonly UnreadClaim[] };

/**
 * What is left of a CVE record (CVE JSON 5) that fails the schema; `undefined` where its id is what fails. A product whose
 * versions cannot be read is put to a person and never counts as not affected; a state that is none is no rejection.
 */
export function keepReadableCve(
  record: unknown,
  problems: readonly SchemaProblem[],
): Readable<CveDocument> | undefined {
  const { parts, problems: led } = unreadParts(record, problems, isProduct);
  const left = keepConforming(cveSchema, record, led, substitutes);
  return left && { record: left, unread: parts.flatMap((part) => claimOf(record, part)) };
}

/** An entry of `affected`, of the CNA or of one of the others. */
function isProduct(keyPath: KeyPath): boolean {
  return typeof keyPath.at(-1) === 'number' && keyPath.at(-2) === 'affected' && keyPath[0] === 'containers';
}

/** What stands in for parts that a record has to have, so that the rest of it can be read. */
const substitutes: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['cveMetadata.state', 'PUBLISHED'],
  ['containers', { cna: {} }],
  ['containers.cna', {}],
]);

function claimOf(record: unknown, { keyPath, part, flaw }: UnreadPart): UnreadClaim[] {
  const names = checkSchema(namesSchema, part);
  const author = checkSchema(authorSchema, valueAt(record, keyPath.slice(0, -2)));
  if (!names.ok) return [];
  return [{ kind: 'unread', by: authorOf(author.ok ? author.value : {}), products: productsOf(names.value), flaw }];
}
