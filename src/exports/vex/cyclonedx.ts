import { extension } from '../../base/vex/extension.ts';
import { partTitle } from '../../base/vex/vex-part.ts';
import type { VexDocument, VexPart, VexStatement } from '../../model/vex/vex-document.ts';
import type { VexExport } from '../../model/plugs/vex-export.ts';
import { justificationOfCyclonedx, justificationWords, statusWords } from '../../model/vex/vex.ts';
import { partsOf } from './parts-of.ts';

/**
 * Writes CycloneDX 1.6 with the product, those of its components that a statement is about, and the vulnerabilities with
 * their analyses; facts without a place are properties under `tureen:vex:`.
 */
export const cyclonedx: VexExport = {
  name: 'cyclonedx',
  title: 'CycloneDX 1.6 VEX',
  extension: 'vex.cdx.json',
  needs: [],
  writeVex: (document, { tool }) => {
    const content = {
      $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      serialNumber: document.id,
      version: Number(document.version),
      metadata: {
        timestamp: document.issued,
        tools: { components: [{ type: 'application', name: tool.name, version: tool.version }] },
        component: document.product && componentOf(document.product, 'application'),
        manufacturer: { name: document.author },
      },
      components: componentsIn(document).map((part) => componentOf(part, 'library')),
      vulnerabilities: document.statements.map(vulnerabilityOf),
    };
    return `${JSON.stringify(content, undefined, 2)}\n`;
  },
};

function componentsIn(document: VexDocument): readonly VexPart[] {
  return partsOf(document).filter(({ id }) => id !== document.product?.id);
}

function componentOf(part: VexPart, type: string): object {
  return { type, 'bom-ref': part.id, ...partTitle(part), cpe: part.cpe, purl: part.purl };
}

function vulnerabilityOf(statement: VexStatement): object {
  const { vulnerability, aliases, products, status, justification, impact, action, notes, ratings = [] } = statement;
  const word = justification && justificationWords[justification].cyclonedx;
  const properties = [
    ...(impact === undefined || notes === undefined ? [] : [{ name: extension.notes, value: notes }]),
    ...(impact === undefined && notes !== undefined ? [{ name: extension.detail, value: 'notes' }] : []),
    ...(word === undefined || justification === undefined || justificationOfCyclonedx[word] === justification
      ? []
      : [{ name: extension.justification, value: justification }]),
    ...(action?.due === undefined ? [] : [{ name: extension.due, value: action.due }]),
  ];
  return {
    id: vulnerability,
    references: orNone(aliases.map((id) => ({ id, source: { name: id.replace(/-.*$/s, '') } }))),
    ratings: orNone(ratings.map(ratingOf)),
    recommendation: action?.text,
    analysis: {
      state: statusWords[status].cyclonedx,
      justification: word,
      response: action && orNone(action.responses),
      detail: impact ?? notes,
      lastUpdated: statement.timestamp,
    },
    affects: products.flatMap(({ part, subcomponents }) =>
      (subcomponents.length === 0 ? [part] : subcomponents).map(({ id }) => ({ ref: id })),
    ),
    properties: orNone(properties),
  };
}

function ratingOf({ kind, vector, score, rating }: NonNullable<VexStatement['ratings']>[number]): object {
  return { score, severity: rating, method: kind, vector };
}

function orNone<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}
