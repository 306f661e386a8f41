import { z } from 'zod';
import { checkSchema } from '../../base/formats/schema.ts';
import { readActionText } from '../../base/vex/action-text.ts';
import { extension } from '../../base/vex/extension.ts';
import { commonProduct } from '../../base/vex/common-product.ts';
import { mergeStatements } from '../../base/vex/merge-statements.ts';
import { vexPart } from '../../base/vex/vex-part.ts';
import { unreadableVex, vexProblems } from '../../base/vex/vex-reading.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { VexPart, VexProduct, VexStatement } from '../../model/vex/vex-document.ts';
import type { VexReader } from '../../model/plugs/vex-reader.ts';
import { justifications, type VexStatus } from '../../model/vex/vex.ts';

/** Reads the VEX assessments of the security profile out of SPDX 3.0 JSON-LD, whether alone or in an SBOM. */
export const spdx3: VexReader = {
  name: 'spdx3',
  title: 'SPDX 3 VEX',
  fits: (value) => {
    const graph = checkSchema(graphSchema, value);
    return graph.ok && graph.value['@context'].includes('spdx.org/rdf/3') && graph.value['@graph'].some(isAssessment);
  },
  readVex: (input) => {
    const graph = checkSchema(graphSchema, input.value);
    if (!graph.ok) return unreadableVex(input, graph.problems);
    const diagnostics: Diagnostic[] = [];
    const elements = new Map<string, Element>();
    const assessments: Element[] = [];
    for (const [index, one] of graph.value['@graph'].entries()) {
      const element = checkSchema(elementSchema, one);
      if (!element.ok) {
        if (isAssessment(one))
          for (const each of vexProblems(input, ['@graph', index], element.problems)) diagnostics.push(each);
        continue;
      }
      elements.set(element.value.spdxId ?? element.value['@id'] ?? '', element.value);
      if (isAssessment(one)) assessments.push(element.value);
    }
    const creation = [...elements.values()].find(({ type }) => type === 'CreationInfo');
    const frame = [...elements.values()].find(({ type }) => type === 'SpdxDocument');
    const merged = mergeStatements(assessments.map((one) => statementOf(one, elements)));
    const author = creation?.createdBy?.[0];
    return {
      document: {
        id: (frame?.spdxId ?? '').replace(/#Document$/, ''),
        author: (author === undefined ? undefined : elements.get(author)?.name) ?? author ?? 'nobody named',
        issued: creation?.created,
        version: '1',
        product: commonProduct(merged),
        statements: merged,
      },
      diagnostics,
    };
  },
};

const graphSchema = z.object({ '@context': z.string(), '@graph': z.array(z.unknown()) });

const elementSchema = z.object({
  type: z.string(),
  spdxId: z.string().optional(),
  '@id': z.string().optional(),
  name: z.string().optional(),
  created: z.string().optional(),
  createdBy: z.array(z.string()).optional(),
  from: z.string().optional(),
  to: z.array(z.string()).optional(),
  software_packageVersion: z.string().optional(),
  software_packageUrl: z.string().optional(),
  externalIdentifier: z.array(z.object({ externalIdentifierType: z.string(), identifier: z.string() })).optional(),
  security_assessedElement: z.string().optional(),
  security_statusNotes: z.string().optional(),
  security_publishedTime: z.string().optional(),
  security_modifiedTime: z.string().optional(),
  security_impactStatement: z.string().optional(),
  security_justificationType: z.string().optional(),
  security_actionStatement: z.string().optional(),
  extension: z
    .array(
      z.object({
        extension_cdxProperty: z
          .array(z.object({ extension_cdxPropName: z.string(), extension_cdxPropValue: z.string().optional() }))
          .optional(),
      }),
    )
    .optional(),
});

type Element = z.infer<typeof elementSchema>;

const statusOfType: Readonly<Record<string, VexStatus>> = {
  security_VexNotAffectedVulnAssessmentRelationship: 'not_affected',
  security_VexAffectedVulnAssessmentRelationship: 'affected',
  security_VexFixedVulnAssessmentRelationship: 'fixed',
  security_VexUnderInvestigationVulnAssessmentRelationship: 'under_investigation',
};

function isAssessment(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false;
  return typeof value.type === 'string' && Object.hasOwn(statusOfType, value.type);
}

function statementOf(assessment: Element, elements: ReadonlyMap<string, Element>): VexStatement {
  const vulnerability = elements.get(assessment.from ?? '');
  const ids = (vulnerability?.externalIdentifier ?? []).filter(({ externalIdentifierType: type }) => idTypes.has(type));
  const names = ids.map(({ identifier }) => identifier);
  const cve = ids.find(({ externalIdentifierType: type }) => type === 'cve')?.identifier;
  const name = vulnerability?.name ?? cve ?? names[0] ?? assessment.from ?? '';
  const own = ownFacts(assessment);
  const action = assessment.security_actionStatement ?? own.get(extension.action);
  return {
    vulnerability: name,
    aliases: names.filter((one) => one !== name),
    products: productsOf(assessment, elements),
    status: statusOfType[assessment.type] ?? 'under_investigation',
    justification: justifications.find(
      (one) =>
        one === own.get(extension.justification) ||
        one.replaceAll('_', '') === assessment.security_justificationType?.toLowerCase(),
    ),
    impact: assessment.security_impactStatement ?? own.get(extension.impact),
    action: action === undefined ? undefined : readActionText(action),
    notes: assessment.security_statusNotes,
    timestamp: assessment.security_modifiedTime ?? assessment.security_publishedTime,
  };
}

const idTypes: ReadonlySet<string> = new Set(['cve', 'securityOther']);

function ownFacts({ extension: extensions = [] }: Element): ReadonlyMap<string, string> {
  const entries = extensions.flatMap(({ extension_cdxProperty: properties = [] }) => properties);
  return new Map(entries.map((one) => [one.extension_cdxPropName, one.extension_cdxPropValue ?? '']));
}

function productsOf(assessment: Element, elements: ReadonlyMap<string, Element>): readonly VexProduct[] {
  const inner = assessment.security_assessedElement;
  const subcomponents = inner === undefined ? [] : [partAt(inner, elements)];
  return (assessment.to ?? []).map((id) => ({ part: partAt(id, elements), subcomponents }));
}

/** A package by its address, which may be in another document. */
function partAt(id: string, elements: ReadonlyMap<string, Element>): VexPart {
  const found = elements.get(id);
  if (found === undefined) return vexPart({ id });
  const { name, software_packageUrl: url, software_packageVersion: version, externalIdentifier: ids = [] } = found;
  const identifierOf = (type: string) => ids.find((one) => one.externalIdentifierType === type)?.identifier;
  const purl = url ?? identifierOf('packageUrl');
  return vexPart({ id: purl ?? id, purl, cpe: identifierOf('cpe23') ?? identifierOf('cpe22'), name, version });
}
