import type { Distribution } from '../../../model/licences/licence-use.ts';
import { rule, type PolicyRule } from './policy-rule.ts';

const hosted: readonly Distribution[] = ['hosted-service'];

/** What follows from licences that let anybody do nearly everything. */
export const permissiveRules: readonly PolicyRule[] = [
  rule('public-domain', ['public-domain'], {}, 'allowed', [], 'It asks for nothing.'),
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
];
