import type { SbomAgent } from '../../model/inventory/sbom-document.ts';
import type { SbomQuestion } from '../../model/plugs/sbom-profile.ts';
import { answerOf, met, missing } from '../answers.ts';

/** Asks for who supplies each component. */
export const componentSupplier: SbomQuestion = {
  title: 'Each component names its supplier',
  help: {
    cyclonedx: 'Write who supplies it in `supplier.name`; for open source the project or foundation that publishes it.',
    spdx: 'Write `supplier` as `Organization: …` or `Person: …` (SPDX 3: `suppliedBy`).',
  },
  declaredAs: ['Supplier Name', 'supplier'],
  subject: 'component',
  ask: ({ supplier }) => answerOf(supplier, 'supplier', ({ name }) => name),
  examples: [
    {
      title: 'No supplier',
      over: 'cyclonedx',
      changes: { 'components.0.supplier': undefined },
      says: ['pkg:npm/left-pad@1.3.0 has no supplier'],
    },
    {
      title: 'NONE says that there is no supplier, and everything has one',
      over: 'spdx',
      changes: { 'packages.1.supplier': 'NONE' },
      says: ['pkg:npm/left-pad@1.3.0 says that it has no supplier'],
    },
  ],
};

/** Asks for who makes each component, which is not always who supplies it. */
export const componentProducer: SbomQuestion = {
  title: 'Each component names its producer',
  help: {
    cyclonedx:
      'Write who made it in `manufacturer.name`, or the people in `authors`; `unknown` where you looked and nobody tells.',
    spdx: 'Write `originator` as `Organization: …` or `Person: …` (SPDX 3: `originatedBy`); NOASSERTION where you looked and nobody tells.',
  },
  declaredAs: ['Component Producer', 'manufacturer'],
  subject: 'component',
  ask: ({ manufacturer, authors, supplier }) => {
    if (authors.some(({ value }) => named(value))) return met;
    if (manufacturer === undefined && supplier?.state === 'known')
      return missing('has a supplier, and does not say who produced it');
    return answerOf(manufacturer, 'producer', ({ name }) => name);
  },
  examples: [
    {
      title: 'A supplier is not said to be the producer',
      over: 'cyclonedx',
      changes: { 'components.0.manufacturer': undefined },
      says: ['pkg:npm/left-pad@1.3.0 has a supplier, and does not say who produced it'],
    },
    {
      title: 'An author produced it',
      over: 'cyclonedx',
      changes: { 'components.0.manufacturer': undefined, 'components.0.authors': [{ name: 'azer' }] },
      says: [],
    },
  ],
};

/** Asks how to reach who made each component. */
export const componentCreatorContact: SbomQuestion = {
  title: 'Each component says how to reach its creator',
  help: {
    cyclonedx: 'Write an e-mail address in `manufacturer.contact[].email`, else a URL in `manufacturer.url`.',
    spdx: 'SPDX 3: give the agent of `originatedBy` an `externalIdentifier` of type `email`, else one with a URL.',
  },
  subject: 'component',
  ask: ({ manufacturer }) => {
    const answer = answerOf(
      manufacturer,
      'creator',
      ({ name, emails, addresses }) => name ?? emails[0] ?? addresses[0],
    );
    if (manufacturer?.state !== 'known' || answer.state !== 'met') return answer;
    return reachable(manufacturer.value) ? met : missing('has a creator without an e-mail address or URL');
  },
  examples: [
    {
      title: 'A name alone reaches nobody',
      over: 'cyclonedx',
      changes: { 'components.0.manufacturer': { name: 'left-pad project' } },
      says: ['pkg:npm/left-pad@1.3.0 has a creator without an e-mail address or URL'],
    },
    {
      title: 'No creator',
      over: 'cyclonedx',
      changes: { 'components.0.manufacturer': undefined },
      says: ['pkg:npm/left-pad@1.3.0 has no creator'],
    },
  ],
};

/** Whether an agent can be written to, or its page opened. */
export function reachable({ emails, addresses }: SbomAgent): boolean {
  return (
    emails.some((email) => /^[^\s@]+@[^\s@]+$/.test(email)) ||
    addresses.some((address) => /^https?:\/\/[^\s/]/i.test(address))
  );
}

function named({ name }: SbomAgent): boolean {
  return name !== undefined && !/^(?:unknown|noassertion)$/i.test(name);
}
