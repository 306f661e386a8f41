import { z } from 'zod';
import { combination, distribution } from './licence-use.ts';
import { day, identifier, packagePattern, reference, text } from '../records/record.ts';

const decided = { reason: text, by: identifier, on: day };

const families = z.enum([
  'public-domain',
  'public-domain-claim',
  'permissive',
  'permissive-patent',
  'permissive-advertising',
  'weak-copyleft-file',
  'weak-copyleft-library',
  'copyleft-with-exception',
  'strong-copyleft',
  'network-copyleft',
  'source-available',
  'non-commercial',
  'field-of-use',
  'font',
  'data',
  'data-share-alike',
  'documentation',
  'model',
  'model-restricted',
  'proprietary',
]);

const kinds = z.enum([
  'notice',
  'source-offer',
  'written-offer',
  'relinking',
  'installation-information',
  'network-source',
  'share-changes',
  'share-alike',
  'patent',
  'no-endorsement',
  'advertising',
  'font-name',
  'field-of-use',
  'export',
  'agreement',
]);

const policyLine = z
  .strictObject({
    licences: z
      .array(text)
      .optional()
      .meta({ description: 'SPDX identifiers, with their exception where they have one' }),
    families: z.array(families).optional(),
    distribution: z.array(distribution).optional().meta({ description: 'Where it holds; everywhere when absent' }),
    combination: z.array(combination).optional(),
    verdict: z.enum(['allowed', 'needs-legal-review', 'not-allowed']),
    ...decided,
  })
  .refine(({ licences, families: some }) => licences !== undefined || some !== undefined, {
    message: 'names neither licences nor families; write one of them',
  });

const ownLicence = z.strictObject({
  id: z
    .string()
    .regex(
      /^LicenseRef-[A-Za-z0-9.-]+$/,
      "is no name of a licence of one's own; write LicenseRef- and letters, digits, '.', '-'",
    ),
  name: text,
  family: families,
  document: reference.optional().meta({ description: 'Where its text is' }),
});

const conclusion = z.strictObject({
  packages: packagePattern,
  declared: text.optional().meta({ description: 'What the files stated then; another statement makes this stale' }),
  concluded: text.meta({ description: 'SPDX expression' }),
  combination: combination.optional(),
  modified: z.boolean().optional(),
  ...decided,
});

const choice = z.strictObject({
  packages: packagePattern,
  between: text.meta({ description: 'The expression with the alternatives, as it is stated' }),
  chosen: text.meta({ description: 'The alternative under which it is used' }),
  ...decided,
});

const opinion = z.strictObject({
  document: reference,
  date: day,
  by: text.meta({ description: 'The lawyer or firm' }),
  packages: z.array(packagePattern).min(1),
  says: text,
});

const obligation = z.strictObject({
  obligation: kinds,
  packages: packagePattern.optional().meta({ description: 'All packages when absent' }),
  softwareItems: z.array(identifier).optional().meta({ description: 'All software items when absent' }),
  by: identifier.meta({ description: 'Who fulfils it' }),
  how: text.optional(),
  proof: reference.optional().meta({ description: 'Where it can be seen; the obligation is open until then' }),
});

/** The schema of `soup/licences.yaml`: what the company decided about licences beyond single SOUP items. */
export const licencesSchema = z
  .strictObject({
    policy: z
      .array(policyLine)
      .default([])
      .meta({ description: 'What the company permits or forbids beyond the built-in rules' }),
    licences: z.array(ownLicence).default([]).meta({ description: 'What the LicenseRef- names stand for' }),
    conclusions: z
      .array(conclusion)
      .default([])
      .meta({ description: 'Concluded licences of packages without a record of their own' }),
    choices: z.array(choice).default([]).meta({ description: 'Which of several alternatives is used' }),
    opinions: z.array(opinion).default([]).meta({ description: 'Legal opinions, and what they are about' }),
    obligations: z
      .array(obligation)
      .default([])
      .meta({ description: 'Who fulfils what is owed, and where that can be seen' }),
  })
  .meta({
    title: 'Licences',
    description: 'What the company decided about licences; an aid to decide, and no legal advice',
  });

/** The decisions on licences as recorded. */
export type LicencesFile = z.infer<typeof licencesSchema>;
