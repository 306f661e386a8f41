import type { Clause, ClauseId } from '../model/clause.ts';
import { iec62304 } from './clauses/iec-62304.ts';
import { iec8100151 } from './clauses/iec-81001-5-1.ts';
import { iso14971 } from './clauses/iso-14971.ts';
import { electronicRecords, fda, iso13485, mdr, realityCheck } from './clauses/regulations.ts';

/** The clauses that Tureen speaks of, by standard and edition, with mnemonics of our own. */
export const clauses: readonly Clause[] = [
  ...iec62304,
  ...iso14971,
  ...iec8100151,
  ...mdr,
  ...iso13485,
  ...electronicRecords,
  ...fda,
  ...realityCheck,
  { id: '62304:4.3', edition, mnemonic: 'Safety class of each software item, with its reason', classes: all },
  { id: '62304:5.1.1 d', edition, mnemonic: 'SOUP under configuration management, as planned', classes: all },
  { id: '62304:5.3.3', edition, mnemonic: 'What the device needs from each SOUP item', classes: higher },
  { id: '62304:5.3.4', edition, mnemonic: 'What each SOUP item needs from the system', classes: higher },
  { id: '62304:5.3.6 c', edition, mnemonic: 'The architecture gives SOUP what it needs', classes: higher },
  { id: '62304:5.6.3', edition, mnemonic: 'Integrated software tested, with SOUP in it', classes: higher },
  { id: '62304:6.1 f', edition, mnemonic: 'How SOUP updates are judged and taken in', classes: all },
  { id: '62304:7.1.1', edition, mnemonic: 'Items that could contribute to a hazardous situation', classes: higher },
  { id: '62304:7.1.2 c', edition, mnemonic: 'How SOUP could fail and contribute to harm', classes: higher },
  { id: '62304:7.1.3', edition, mnemonic: 'Published anomalies of the version in use, evaluated', classes: higher },
  { id: '62304:7.1.4', edition, mnemonic: 'Potential causes kept in the risk file', classes: higher },
  { id: '62304:7.2.1', edition, mnemonic: 'A control for each cause', classes: higher },
  { id: '62304:7.2.2', edition, mnemonic: 'Controls in software are requirements', classes: higher },
  { id: '62304:7.3.1', edition, mnemonic: 'Risk controls verified', classes: higher },
  { id: '62304:7.3.3', edition, mnemonic: 'Trace from hazardous situation to verification', classes: higher },
  { id: '62304:7.4.1', edition, mnemonic: 'A change of SOUP analysed for safety', classes: all },
  { id: '62304:8.1.2', edition, mnemonic: 'Title, manufacturer and designator of each SOUP item', classes: all },
  { id: '62304:8.1.3', edition, mnemonic: 'The items and versions that make up a configuration', classes: all },
  { id: '62304:8.2.1', edition, mnemonic: 'Only approved changes take effect', classes: all },
  { id: '62304:8.2.3', edition, mnemonic: 'Changes verified, and what they made invalid repeated', classes: all },
  { id: '14971:4.4', edition: '2019', mnemonic: 'Criteria for the acceptance of risks', classes: [] },
  { id: '14971:5.5', edition: '2019', mnemonic: 'Severity and probability of each hazardous situation', classes: [] },
  {
    id: '14971:7.1',
    edition: '2019',
    mnemonic: 'Controls in their order: design, protection, information',
    classes: [],
  },
  { id: '14971:7.3', edition: '2019', mnemonic: 'What is left of a risk, judged', classes: [] },
  { id: '81001-5-1:4.1.5', edition: '2021', mnemonic: 'Suppliers of third-party items evaluated', classes: [] },
  { id: '81001-5-1:4.3', edition: '2021+ISH1:2025', mnemonic: 'Risk transfer category of each item', classes: [] },
  { id: '81001-5-1:9.3', edition: '2021', mnemonic: 'Vulnerability notices reviewed in time', classes: [] },
  { id: '81001-5-1:9.4', edition: '2021', mnemonic: 'What a vulnerability means for the device', classes: [] },
  { id: '81001-5-1:9.5', edition: '2021', mnemonic: 'What is done about a vulnerability', classes: [] },
];

const byId: ReadonlyMap<ClauseId, Clause> = new Map(clauses.map((clause) => [clause.id, clause]));

/** The clause of an id. An id that the registry does not hold is a fault of the program. */
export function clauseOf(id: ClauseId): Clause {
  const clause = byId.get(id);
  if (clause === undefined) throw new Error(`no clause "${id}" in the registry`);
  return clause;
}
