import type { Inheritable } from '../../model/records/inheritance.ts';
import type { SoupItem } from '../../model/records/soup-item.ts';

/** Whether a record states a judgement itself; that there is no failure mode, argued, is one too. */
export function states(record: SoupItem, judgement: Inheritable): boolean {
  if (judgement === 'requirements') return record.requirements.length > 0;
  if (judgement === 'failureModes') return record.failureModes.length > 0 || record.noContribution !== undefined;
  return record[judgement] !== undefined;
}
