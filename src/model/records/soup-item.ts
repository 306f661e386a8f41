import { z } from 'zod';
import { anomalySource } from '../anomalies/anomaly-source.ts';
import { coverSchema } from './cover.ts';
import { failureModeSchema } from '../risks/failure-mode.ts';
import { licenceJudgement } from '../licences/licence-judgement.ts';
import { cpeMapping } from '../anomalies/cpe-mapping.ts';
import { day, identifier, packageUrl, reference, text } from './record.ts';
import { documentationSchema } from './documentation.ts';
import { inheritanceSchema } from './inheritance.ts';
import { itemSegregationSchema } from './item-segregation.ts';
import { itemUseSchema } from './item-use.ts';
import { riskTransferSchema } from './risk-transfer.ts';
import { supportSchema } from './support.ts';
import { systemRequirementsSchema } from './system-requirements.ts';
import { listSource } from '../anomalies/list-source.ts';

const verification = z.array(reference).default([]).meta({ description: 'Tests or documents that show it' });

const functionalRequirement = z.strictObject({
  id: identifier,
  kind: z.literal('functional'),
  text,
  verifiedBy: verification,
});

const performanceRequirement = z.strictObject({
  id: identifier,
  kind: z.literal('performance'),
  text,
  metric: text.meta({ description: 'What is measured, such as latency or relative error' }),
  limit: text.meta({ description: 'The bound with its sign, such as <= 250' }),
  unit: text,
  condition: text.meta({ description: 'Under which load, data and hardware it holds' }),
  verifiedBy: verification,
});

/** The schema of `soup/items/<name>.yaml`: what people judge about one SOUP item; its facts come from the inventory. */
export const soupItemSchema = z
  .strictObject({
    soup: packageUrl.meta({ description: 'Package URL without version: what the record is about' }),
    title: text.optional(),
    manufacturer: z
      .strictObject({
        name: text,
        kind: z.enum(['company', 'foundation', 'project', 'person']).optional(),
        source: reference.optional().meta({ description: 'Where this is known from' }),
      })
      .optional(),
    status: z
      .enum(['draft', 'confirmed'])
      .meta({ description: 'A draft was proposed by the tool and waits for a person' }),
    purpose: text.optional().meta({ description: 'What it does in this device' }),
    owner: identifier.optional().meta({ description: 'Who answers for it: an id of people' }),
    safetyPath: z
      .strictObject({ on: z.boolean(), reason: text })
      .optional()
      .meta({ description: 'Whether its failure can contribute to a hazardous situation, and why' }),
    usedBy: z.array(itemUseSchema).default([]).meta({ description: 'Who uses it, through which interface (5.3.2)' }),
    covers: z.array(coverSchema).default([]).meta({ description: 'What it accounts for besides its own package' }),
    inherits: z.array(inheritanceSchema).default([]).meta({ description: 'Judgements that another record states' }),
    requirements: z.array(z.discriminatedUnion('kind', [functionalRequirement, performanceRequirement])).default([]),
    system: systemRequirementsSchema.optional(),
    failureModes: z
      .array(failureModeSchema)
      .default([])
      .meta({ description: 'How it can fail, with risks and controls (7.1.2 c)' }),
    noContribution: text.optional().meta({ description: 'Why its failure cannot contribute to a hazardous situation' }),
    segregation: itemSegregationSchema.optional(),
    anomalySources: z.array(anomalySource).default([]).meta({
      description:
        'Where its anomalies are published (7.1.3): trackers, a changelog, documents of the supplier, or that none are',
    }),
    documentation: documentationSchema.optional(),
    support: supportSchema.optional(),
    security: riskTransferSchema.optional(),
    licence: licenceJudgement
      .optional()
      .meta({ description: 'The licence that a person concluded, and what it obliges to' }),
    approved: z
      .array(z.strictObject({ version: text, by: identifier, on: day, reason: text.optional() }))
      .default([])
      .meta({ description: 'Versions that this judgement holds for; another version makes it stale' }),
    cpe: z.array(cpeMapping).optional().meta({ description: 'Products of CVE records that this package is' }),
    importedFrom: listSource.optional(),
    notes: text.optional(),
  })
  .meta({ title: 'SOUP item', description: 'What people judge about one SOUP item' });

/** A SOUP item as its record states it. */
export type SoupItem = z.infer<typeof soupItemSchema>;
/** A functional or performance requirement on a SOUP item (5.3.3). */
export type Requirement = SoupItem['requirements'][number];
/** A way in which a SOUP item can fail (7.1.2 c). */
export type FailureMode = SoupItem['failureModes'][number];
