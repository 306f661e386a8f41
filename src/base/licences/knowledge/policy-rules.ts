import type { Combination, Distribution } from '../../../model/licence-use.ts';
import type { LicenceFamily, LicenceOutcome, ObligationKind } from '../../../model/licence-verdict.ts';

/** What follows for a family in some circumstances; of the rules of a family the first that fits counts. */
export type PolicyRule = {
  readonly id: string;
  readonly families: readonly LicenceFamily[];
  /** The circumstances; a key that is absent fits any. */
  readonly when: {
    readonly distribution?: readonly Distribution[];
    readonly combination?: readonly Combination[];
    readonly modified?: boolean;
  };
  readonly outcome: Exclude<LicenceOutcome, 'undetermined'>;
  readonly obligations: readonly ObligationKind[];
  readonly why: string;
};

const hosted: readonly Distribution[] = ['hosted-service'];
const locked: readonly Distribution[] = ['on-device', 'firmware'];
const oneWork: readonly Combination[] = ['static', 'dynamic', 'header-only'];
const beside: readonly Combination[] = ['separate-process', 'network'];
const open: readonly LicenceFamily[] = [
  'public-domain',
  'permissive',
  'permissive-patent',
  'permissive-advertising',
  'weak-copyleft-file',
  'weak-copyleft-library',
  'copyleft-with-exception',
  'strong-copyleft',
  'network-copyleft',
  'font',
  'data',
  'data-share-alike',
  'documentation',
  'model',
];

/** The rules, in our own words and on the cautious side; a company overrules them in `soup/licences.yaml`, with a reason. */
export const policyRules: readonly PolicyRule[] = [
  rule('public-domain', ['public-domain'], {}, 'allowed', [], 'It asks for nothing.'),
  rule(
    'build-time-only',
    open,
    { combination: ['build-time-only'] },
    'allowed',
    [],
    'It only helps to build: nothing of it reaches a user. What it copies into its output has to be looked at by itself.',
  ),
  rule(
    'permissive-hosted',
    ['permissive'],
    { distribution: hosted },
    'allowed',
    [],
    'Nobody gets a copy, and it asks only of copies.',
  ),
  rule(
    'permissive',
    ['permissive', 'model'],
    {},
    'allowed-with-obligations',
    ['notice'],
    'It may be used and given away in any form with its notices.',
  ),
  rule(
    'permissive-patent-hosted',
    ['permissive-patent'],
    { distribution: hosted },
    'allowed-with-obligations',
    ['patent'],
    'Nobody gets a copy; its patent terms hold all the same.',
  ),
  rule(
    'permissive-patent',
    ['permissive-patent'],
    {},
    'allowed-with-obligations',
    ['notice', 'patent'],
    'It may be used and given away with its notices and patent terms.',
  ),
  rule(
    'permissive-advertising',
    ['permissive-advertising'],
    {},
    'allowed-with-obligations',
    ['notice', 'advertising'],
    'It asks to be named in advertising or documentation besides the notices.',
  ),
  rule(
    'file-copyleft-hosted',
    ['weak-copyleft-file'],
    { distribution: hosted },
    'allowed',
    [],
    'Nobody gets a copy, and it asks only of copies.',
  ),
  rule(
    'file-copyleft-modified',
    ['weak-copyleft-file'],
    { modified: true },
    'allowed-with-obligations',
    ['notice', 'source-offer', 'share-changes'],
    'Its files stay under it, the changed ones too; code of one’s own in other files is free.',
  ),
  rule(
    'file-copyleft',
    ['weak-copyleft-file'],
    {},
    'allowed-with-obligations',
    ['notice', 'source-offer'],
    'Its files stay under it and their source has to be available; code of one’s own in other files is free.',
  ),
  rule(
    'library-copyleft-hosted',
    ['weak-copyleft-library', 'copyleft-with-exception'],
    { distribution: hosted },
    'allowed',
    [],
    'Nobody gets a copy, and it asks only of copies.',
  ),
  rule(
    'library-copyleft-beside',
    ['weak-copyleft-library'],
    { combination: beside },
    'allowed-with-obligations',
    ['notice', 'source-offer'],
    'It is a program of its own; only its own source is owed.',
  ),
  rule(
    'library-copyleft-header',
    ['weak-copyleft-library'],
    { combination: ['header-only'] },
    'needs-legal-review',
    ['notice', 'source-offer'],
    'How much of a header may be taken in differs between the versions of the licence.',
  ),
  rule(
    'library-copyleft-static',
    ['weak-copyleft-library'],
    { combination: ['static'] },
    'needs-legal-review',
    ['notice', 'source-offer', 'relinking'],
    'A static link is permitted only where users get what they need to link anew.',
  ),
  rule(
    'library-copyleft-locked',
    ['weak-copyleft-library'],
    { combination: ['dynamic'], distribution: locked },
    'needs-legal-review',
    ['notice', 'source-offer', 'relinking'],
    'Users must be able to run a changed library, and a device that is closed does not let them.',
  ),
  rule(
    'library-copyleft-modified',
    ['weak-copyleft-library'],
    { combination: ['dynamic'], modified: true },
    'allowed-with-obligations',
    ['notice', 'source-offer', 'relinking', 'share-changes'],
    'A dynamic link leaves code of one’s own free; the changes to the library are owed.',
  ),
  rule(
    'library-copyleft-dynamic',
    ['weak-copyleft-library'],
    {},
    'allowed-with-obligations',
    ['notice', 'source-offer', 'relinking'],
    'A dynamic link leaves code of one’s own free, as long as users can exchange the library.',
  ),
  rule(
    'copyleft-with-exception',
    ['copyleft-with-exception'],
    {},
    'allowed-with-obligations',
    ['notice', 'source-offer'],
    'Its exception lets code of any licence be joined to it; its own source is owed.',
  ),
  rule(
    'copyleft-hosted',
    ['strong-copyleft'],
    { distribution: hosted },
    'allowed',
    [],
    'Nobody gets a copy, and it asks only of copies.',
  ),
  rule(
    'copyleft-one-work',
    ['strong-copyleft'],
    { combination: oneWork },
    'not-allowed',
    ['notice', 'source-offer', 'written-offer'],
    'With code of one’s own it makes one work, and all of that work would have to be given away under this licence.',
  ),
  rule(
    'copyleft-modified',
    ['strong-copyleft'],
    { combination: beside, modified: true },
    'allowed-with-obligations',
    ['notice', 'source-offer', 'written-offer', 'share-changes'],
    'It is a program of its own beside the product; its source is owed with the changes.',
  ),
  rule(
    'copyleft-beside',
    ['strong-copyleft'],
    { combination: beside },
    'allowed-with-obligations',
    ['notice', 'source-offer', 'written-offer'],
    'It is a program of its own beside the product; only its own source is owed.',
  ),
  rule(
    'network-copyleft-one-work',
    ['network-copyleft'],
    { combination: oneWork },
    'not-allowed',
    ['notice', 'source-offer', 'network-source'],
    'It makes one work with code of one’s own, and its source is owed to everybody who uses it over a network, too.',
  ),
  rule(
    'network-copyleft-modified',
    ['network-copyleft'],
    { modified: true },
    'needs-legal-review',
    ['notice', 'source-offer', 'network-source', 'share-changes'],
    'It was changed, so everybody who uses it over a network may ask for its source.',
  ),
  rule(
    'network-copyleft-hosted',
    ['network-copyleft'],
    { distribution: hosted },
    'allowed-with-obligations',
    ['notice', 'network-source'],
    'It runs beside the product and unchanged; its source has to be offered to those who reach it.',
  ),
  rule(
    'network-copyleft-beside',
    ['network-copyleft'],
    {},
    'needs-legal-review',
    ['notice', 'source-offer', 'written-offer', 'network-source'],
    'Copies are given away, and whoever runs them for others inherits the duty to offer the source.',
  ),
  rule(
    'source-available-hosted',
    ['source-available'],
    { distribution: hosted },
    'not-allowed',
    ['field-of-use'],
    'It is not open source, and such licences forbid or burden just this: to offer it as a service.',
  ),
  rule(
    'source-available',
    ['source-available'],
    {},
    'needs-legal-review',
    ['field-of-use'],
    'It is not open source: which uses are free has to be read in its text.',
  ),
  rule(
    'non-commercial',
    ['non-commercial'],
    {},
    'not-allowed',
    ['field-of-use'],
    'It forbids commercial use, and a medical device is one.',
  ),
  rule(
    'field-of-use',
    ['field-of-use'],
    {},
    'needs-legal-review',
    ['notice', 'field-of-use'],
    'It limits for what it may be used, or that it may be changed.',
  ),
  rule(
    'font',
    ['font'],
    {},
    'allowed-with-obligations',
    ['notice', 'font-name'],
    'A font may go with a product; it must not be sold alone.',
  ),
  rule('data', ['data'], {}, 'allowed-with-obligations', ['notice'], 'It asks to be attributed.'),
  rule(
    'share-alike-modified',
    ['data-share-alike'],
    { modified: true },
    'needs-legal-review',
    ['notice', 'share-alike'],
    'What is derived from it comes under the same licence.',
  ),
  rule(
    'share-alike',
    ['data-share-alike'],
    {},
    'allowed-with-obligations',
    ['notice', 'share-alike'],
    'Unchanged it asks to be attributed and to stay under its licence.',
  ),
  rule(
    'documentation',
    ['documentation'],
    {},
    'allowed-with-obligations',
    ['notice', 'share-alike'],
    'Documents under it stay under it.',
  ),
  rule(
    'model-restricted',
    ['model-restricted'],
    {},
    'needs-legal-review',
    ['notice', 'field-of-use'],
    'Terms of a model list uses that they forbid, medicine is often among them, and they must be passed on.',
  ),
  rule(
    'public-domain-claim',
    ['public-domain-claim'],
    {},
    'needs-legal-review',
    [],
    'To give up one’s rights has no effect in some countries; whether a licence stands behind the claim has to be looked up.',
  ),
  rule(
    'proprietary',
    ['proprietary'],
    {},
    'needs-legal-review',
    ['agreement'],
    'Only the agreement with its owner says what is permitted.',
  ),
  rule('no-licence', ['no-licence'], {}, 'not-allowed', [], 'Without a licence nobody may copy it.'),
  rule(
    'unknown',
    ['unknown'],
    {},
    'needs-legal-review',
    [],
    'Its family is unknown: nobody has read it for this table.',
  ),
];

function rule(
  id: string,
  families: readonly LicenceFamily[],
  when: PolicyRule['when'],
  outcome: PolicyRule['outcome'],
  obligations: readonly ObligationKind[],
  why: string,
): PolicyRule {
  return { id, families, when, outcome, obligations, why };
}
