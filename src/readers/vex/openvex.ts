import { z } from 'zod';
import { checkSchema } from '../../base/formats/schema.ts';
import { readActionText } from '../../base/vex/action-text.ts';
import { commonProduct } from '../../base/vex/common-product.ts';
import { mergeStatements } from '../../base/vex/merge-statements.ts';
import { vexPart } from '../../base/vex/vex-part.ts';
import { unreadableVex, vexProblems } from '../../base/vex/vex-reading.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { VexPart, VexProduct, VexStatement } from '../../model/vex/vex-document.ts';
import type { VexReader } from '../../model/plugs/vex-reader.ts';
import { justifications, statuses } from '../../model/vex/vex.ts';

/** Reads OpenVEX 0.2.0, and the forms of 0.0.x that are still about: names in place of objects. */
export const openvex: VexReader = {
  name: 'openvex',
  title: 'OpenVEX',
  fits: (value) =>
    typeof value === 'object' &&
    value !== null &&
    '@context' in value &&
    typeof value['@context'] === 'string' &&
    value['@context'].startsWith('https://openvex.dev/ns'),
  readVex: (input) => {
    const checked = checkSchema(documentSchema, input.value);
    if (!checked.ok) return unreadableVex(input, checked.problems);
    const { author, timestamp, version, statements, ...rest } = checked.value;
    const diagnostics: Diagnostic[] = [];
    const read = statements.flatMap((one, index): readonly VexStatement[] => {
      const statement = checkSchema(statementSchema, one);
      if (statement.ok) return [statementOf(statement.value)];
      for (const each of vexProblems(input, ['statements', index], statement.problems)) diagnostics.push(each);
      return [];
    });
    const merged = mergeStatements(read);
    const document = {
      id: rest['@id'],
      author,
      issued: rest.last_updated ?? timestamp,
      version: String(version ?? 1),
      product: commonProduct(merged),
      statements: merged,
    };
    return { document, diagnostics };
  },
};

const partSchema = z.object({
  '@id': z.string().optional(),
  identifiers: z
    .object({ purl: z.string().optional(), cpe23: z.string().optional(), cpe22: z.string().optional() })
    .optional(),
});

const statementSchema = z.object({
  vulnerability: z.union([
    z.string(),
    z.object({ name: z.string(), aliases: z.array(z.string()).optional() }),
    z.object({ '@id': z.string(), aliases: z.array(z.string()).optional() }),
  ]),
  timestamp: z.string().optional(),
  last_updated: z.string().optional(),
  products: z
    .array(z.union([z.string(), partSchema.extend({ subcomponents: z.array(partSchema).optional() })]))
    .optional(),
  /** Of version 0.0.x, where the parts stood beside the products. */
  subcomponents: z.array(z.union([z.string(), partSchema])).optional(),
  status: z.enum(statuses),
  status_notes: z.string().optional(),
  justification: z.enum(justifications).optional(),
  impact_statement: z.string().optional(),
  action_statement: z.string().optional(),
});

const documentSchema = z.object({
  '@id': z.string(),
  author: z.string(),
  timestamp: z.string().optional(),
  last_updated: z.string().optional(),
  version: z.union([z.string(), z.number()]).optional(),
  statements: z.array(z.unknown()),
});

function statementOf(statement: z.infer<typeof statementSchema>): VexStatement {
  const { vulnerability, products = [], subcomponents = [], action_statement: action } = statement;
  const parts = subcomponents.map(partOf);
  return {
    vulnerability: nameOf(vulnerability),
    aliases: typeof vulnerability === 'string' ? [] : (vulnerability.aliases ?? []),
    products: products.map((product): VexProduct => {
      const own = typeof product === 'string' ? [] : (product.subcomponents ?? []).map(partOf);
      return { part: partOf(product), subcomponents: own.length === 0 ? parts : [...own, ...parts] };
    }),
    status: statement.status,
    justification: statement.justification,
    impact: statement.impact_statement,
    action: action === undefined ? undefined : readActionText(action),
    notes: statement.status_notes,
    timestamp: statement.last_updated ?? statement.timestamp,
  };
}

/** An address of a vulnerability ends in its name. */
function nameOf(vulnerability: z.infer<typeof statementSchema>['vulnerability']): string {
  if (typeof vulnerability === 'string') return vulnerability;
  return 'name' in vulnerability ? vulnerability.name : (vulnerability['@id'].split('/').at(-1) ?? '');
}

function partOf(part: string | z.infer<typeof partSchema>): VexPart {
  if (typeof part === 'string') return vexPart({ id: part });
  const { purl, cpe23, cpe22 } = part.identifiers ?? {};
  return vexPart({ id: part['@id'] ?? purl ?? cpe23 ?? cpe22 ?? '', purl, cpe: cpe23 ?? cpe22 });
}
