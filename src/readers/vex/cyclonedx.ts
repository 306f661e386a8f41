import { checkSchema } from '../../base/formats/schema.ts';
import { extension } from '../../base/vex/extension.ts';
import { mergeStatements } from '../../base/vex/merge-statements.ts';
import { unreadableVex, vexProblem, vexProblems } from '../../base/vex/vex-reading.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { VexAction, VexStatement } from '../../model/vex/vex-document.ts';
import type { VexReader } from '../../model/plugs/vex-reader.ts';
import {
  justificationOfCyclonedx,
  justifications,
  responses,
  statusOfCyclonedx,
  type VexJustification,
} from '../../model/vex/vex.ts';
import { cyclonedxProducts } from './cyclonedx-products.ts';
import {
  cyclonedxSchema,
  cyclonedxVulnerabilitySchema,
  type CyclonedxVex,
  type CyclonedxVulnerability,
} from './cyclonedx-schema.ts';

/** Reads vulnerabilities with an analysis out of CycloneDX 1.4 to 1.7, whether alone or in an SBOM. */
export const cyclonedx: VexReader = {
  name: 'cyclonedx',
  title: 'CycloneDX VEX',
  fits: (value) =>
    typeof value === 'object' &&
    value !== null &&
    'bomFormat' in value &&
    value.bomFormat === 'CycloneDX' &&
    'vulnerabilities' in value,
  readVex: (input) => {
    const checked = checkSchema(cyclonedxSchema, input.value);
    if (!checked.ok) return unreadableVex(input, checked.problems);
    const bom = checked.value;
    const { product, productsAt } = cyclonedxProducts(bom);
    const diagnostics: Diagnostic[] = [];
    const statements = bom.vulnerabilities.flatMap((one, index): readonly VexStatement[] => {
      const at = ['vulnerabilities', index];
      const vulnerability = checkSchema(cyclonedxVulnerabilitySchema, one);
      if (!vulnerability.ok) {
        for (const each of vexProblems(input, at, vulnerability.problems)) diagnostics.push(each);
        return [];
      }
      const { id, analysis, affects = [] } = vulnerability.value;
      const { state } = analysis ?? {};
      const status =
        state !== undefined && Object.hasOwn(statusOfCyclonedx, state) ? statusOfCyclonedx[state] : undefined;
      if (status === undefined) {
        const why = state === undefined ? 'has no analysis.state' : `has the unknown state "${state}"`;
        diagnostics.push(vexProblem(input, at, `${id} ${why}, so nothing is stated of it`));
        return [];
      }
      const products = affects.flatMap((affected) => productsAt(affected, status));
      return [{ ...sayingOf(vulnerability.value), status, products }];
    });
    return {
      document: {
        id: bom.serialNumber ?? '',
        author: authorOf(bom),
        issued: bom.metadata?.timestamp,
        version: String(bom.version ?? 1),
        product,
        statements: mergeStatements(statements),
      },
      diagnostics,
    };
  },
};

function authorOf({ metadata = {} }: CyclonedxVex): string {
  const { manufacturer, manufacture, supplier, authors = [] } = metadata;
  return manufacturer?.name ?? manufacture?.name ?? supplier?.name ?? authors[0]?.name ?? 'nobody named';
}

function sayingOf(vulnerability: CyclonedxVulnerability): Omit<VexStatement, 'status' | 'products'> {
  const { id, references = [], analysis = {}, properties = [] } = vulnerability;
  const own = new Map(properties.map(({ name = '', value = '' }) => [name, value]));
  const detailIsNotes = own.get(extension.detail) === 'notes';
  const { state, justification, detail } = analysis;
  return {
    vulnerability: id,
    aliases: references.map((one) => one.id),
    justification: justificationOf(own.get(extension.justification), justification),
    impact: detailIsNotes ? undefined : detail,
    action: actionOf(vulnerability, own.get(extension.due)),
    notes: detailIsNotes ? detail : own.get(extension.notes),
    timestamp: analysis.lastUpdated ?? analysis.firstIssued,
    words: foreignWords(state, justification),
  };
}

function justificationOf(own: string | undefined, word: string | undefined): VexJustification | undefined {
  const known = justifications.find((one) => one === own);
  if (known !== undefined || word === undefined || !Object.hasOwn(justificationOfCyclonedx, word)) return known;
  return justificationOfCyclonedx[word];
}

function actionOf(
  { recommendation, analysis }: CyclonedxVulnerability,
  due: string | undefined,
): VexAction | undefined {
  const words = analysis?.response ?? [];
  if (recommendation === undefined && words.length === 0) return undefined;
  return { responses: responses.filter((one) => words.includes(one)), text: recommendation ?? words.join(', '), due };
}

/** Words that say more than the status and the justification of VEX do. */
function foreignWords(state: string | undefined, justification: string | undefined): string | undefined {
  const words = [state, justification].filter((word) => word !== undefined && telling.has(word));
  return words.length === 0 ? undefined : words.join(', ');
}

const telling: ReadonlySet<string> = new Set([
  'false_positive',
  'resolved_with_pedigree',
  'requires_configuration',
  'requires_dependency',
  'protected_by_compiler',
  'protected_at_runtime',
  'protected_at_perimeter',
]);
