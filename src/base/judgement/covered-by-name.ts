import { packageOf } from '../packages/purl.ts';
import type { Account } from '../../model/entry.ts';

/** Whether a record covers a component by its whole package URL: whoever spelt it out meant this one, and gave the reason. */
export function isCoveredByName({ item }: Extract<Account, { kind: 'covered' }>, purl: string): boolean {
  const soup = packageOf(purl);
  return item.record.covers.some((cover) => 'packages' in cover && cover.packages === soup);
}
