import { z } from 'zod';
import { policySchema } from './policy.ts';
import { anomalyPlan } from '../anomalies/anomaly-plan.ts';
import { databaseSource } from '../anomalies/database-source.ts';
import { vexProducts } from '../vex/vex-products.ts';
import { day, identifier, packagePattern, text } from './record.ts';
import { riskImportSchema } from '../risks/risk-import.ts';
import { riskMatrixSchema } from '../risks/risk-matrix.ts';
import { ssvcContextSchema } from '../anomalies/ssvc-context.ts';
import { supportPlan } from './support-plan.ts';
import { softwareItemSchema } from './software-item.ts';
import { targetSystemSchema } from './target-system.ts';

const person = z
  .strictObject({
    id: identifier,
    name: text,
    email: z.email().optional(),
    role: text.optional().meta({ description: 'What the person answers for, such as SOUP owner or security owner' }),
  })
  .meta({ description: 'Somebody who owns, reviews or approves' });

const scopeDecision = z
  .strictObject({
    packages: packagePattern,
    scope: z.enum(['runtime', 'optional', 'development']),
    reason: text,
    by: identifier.optional(),
    on: day.optional(),
  })
  .meta({ description: "A person's decision that overrules what the files say about use" });

const handEntered = z
  .strictObject({
    purl: z.string().regex(/^pkg:[a-z0-9.+-]+\/\S+$/, "is no package URL; write 'pkg:generic/<name>@<version>'"),
    name: text,
    version: text,
    supplier: text.optional(),
    licence: text.optional().meta({ description: 'SPDX expression, or the name of the commercial agreement' }),
    scope: z.enum(['runtime', 'optional', 'development']),
    reason: text.meta({ description: 'Why no file of the build lists it' }),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
    homepage: z.url().optional(),
    description: text.optional(),
  })
  .meta({ description: 'A component that no lockfile knows: commercial libraries, fonts, models, vendored files' });

const factList = z.strictObject({
  feed: z.enum(['kev', 'epss', 'endoflife']).meta({
    description:
      'Known exploited vulnerabilities (of CISA, VulnCheck or ENISA), probabilities of exploitation, or until when products are supported',
  }),
  from: text.meta({ description: 'The folder or address that holds the list, or the file itself' }),
});

/** The schema of `tureen.yaml`: the product under the regulation, its software items, people and sources of advisories. */
export const deviceSchema = z
  .strictObject({
    device: z.strictObject({
      name: text,
      version: text.optional(),
      manufacturer: text,
      website: z.url().optional(),
      email: z.email().optional().meta({ description: 'Where questions about the SBOM go' }),
      mdrClass: z.enum(['I', 'Is', 'Im', 'Ir', 'IIa', 'IIb', 'III']).optional(),
      intendedUse: text.optional(),
      distribution: text.optional().meta({ description: 'How the product reaches its users' }),
    }),
    target: targetSystemSchema.optional(),
    softwareItems: z.array(softwareItemSchema).default([]).meta({
      description: 'Parts of the architecture, each with its safety class and the files that it is built from',
    }),
    people: z
      .array(person)
      .default([])
      .meta({ description: 'Who owns, reviews or approves; the ids are what --by takes' }),
    policy: policySchema.optional(),
    scope: z
      .array(scopeDecision)
      .default([])
      .meta({ description: 'Decisions that overrule what the files say about use' }),
    components: z.array(handEntered).default([]).meta({ description: 'Components that no file of the build lists' }),
    ignore: z.array(text).default([]).meta({ description: 'Globs of files that are no inputs of the product' }),
    include: z.array(text).default([]).meta({
      description: 'Globs of inputs that .gitignore or the name of a folder, such as node_modules, would keep back',
    }),
    advisories: z
      .strictObject({
        sources: z.array(text).default([]).meta({ description: 'Folders or addresses in the OSV bucket layout' }),
        lists: z.array(factList).optional().meta({
          description: 'Lists that tell more about findings and components than the advisories do',
        }),
        databases: z
          .array(databaseSource)
          .optional()
          .meta({ description: 'Databases of vulnerabilities, whatever they speak of' }),
        maximumAgeDays: z.number().int().positive().optional(),
      })
      .default({ sources: [] })
      .meta({
        description:
          'What `sync` fetches: sources, a list of folders or addresses; lists and databases, each `{ feed: …, from: … }`; maximumAgeDays is how old it may be',
      }),
    anomalyLists: anomalyPlan.optional(),
    riskMatrix: riskMatrixSchema.optional(),
    riskImport: riskImportSchema.optional(),
    ssvc: ssvcContextSchema.optional(),
    support: supportPlan.optional(),
    softwareRequirements: z
      .strictObject({ document: text, ids: z.array(text).min(1).meta({ description: 'How their ids look: SRS-*' }) })
      .optional()
      .meta({ description: 'Where requirements on the device itself stand, which risk controls become (7.2.2)' }),
    vexProducts: vexProducts.optional(),
    vulnerabilityReview: z
      .strictObject({
        owner: identifier,
        everyDays: z.number().int().positive().default(30),
        approvers: z.array(identifier).min(1).optional().meta({
          description: 'Who may approve verdicts; where somebody is named, each verdict needs an approval',
        }),
      })
      .optional()
      .meta({ description: 'Who reviews published vulnerabilities, and how often' }),
    updateProcess: z
      .strictObject({
        document: text,
        security: text.meta({ description: 'How a security update is decided, and within what time' }),
        routine: text.meta({ description: 'How any other update is decided' }),
      })
      .optional()
      .meta({ description: 'The written process for update decisions (6.1 f)' }),
  })
  .meta({ title: 'tureen.yaml', description: 'The device, its software items, people and sources' });

/** The device as its record states it, with empty lists where it states none. */
export type Device = z.infer<typeof deviceSchema>;
/** A component that a person entered because no file of the build lists it. */
export type HandEnteredComponent = Device['components'][number];
/** A person's decision on the use of packages. */
export type ScopeDecision = Device['scope'][number];
