import type { LicenceFamily } from '../../../model/licences/licence-verdict.ts';
import { copyleftRules } from './copyleft-rules.ts';
import { permissiveRules } from './permissive-rules.ts';
import { rule, type PolicyRule } from './policy-rule.ts';
import { restrictedRules } from './restricted-rules.ts';

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
  rule(
    'build-time-only',
    open,
    { combination: ['build-time-only'] },
    'allowed',
    [],
    'It only helps to build: nothing of it reaches a user. What it copies into its output has to be looked at by itself.',
  ),
  ...permissiveRules,
  ...copyleftRules,
  ...restrictedRules,
];
