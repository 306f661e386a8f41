import { actionText } from '../../base/vex/action-text.ts';
import type { VexPart, VexProduct, VexStatement } from '../../model/vex/vex-document.ts';
import type { VexExport } from '../../model/plugs/vex-export.ts';

/** Writes OpenVEX 0.2.0; responses and day of an action stand in its text, for the format has no place of their own. */
export const openvex: VexExport = {
  name: 'openvex',
  title: 'OpenVEX 0.2.0',
  extension: 'openvex.json',
  needs: [],
  writeVex: (document, { tool }) => {
    const content = {
      '@context': 'https://openvex.dev/ns/v0.2.0',
      '@id': document.id,
      author: document.author,
      timestamp: document.issued,
      version: Number(document.version),
      tooling: `${tool.name} ${tool.version}`,
      statements: document.statements.map(statementOf),
    };
    return `${JSON.stringify(content, undefined, 2)}\n`;
  },
};

function statementOf(statement: VexStatement): object {
  const { vulnerability, aliases, products, status, justification, impact, action, notes, timestamp } = statement;
  return {
    vulnerability: { name: vulnerability, aliases: aliases.length === 0 ? undefined : aliases },
    timestamp,
    products: products.map(productOf),
    status,
    status_notes: notes,
    justification,
    impact_statement: impact,
    action_statement: action && actionText(action),
  };
}

function productOf({ part, subcomponents }: VexProduct): object {
  return {
    ...partOf(part),
    subcomponents: subcomponents.length === 0 ? undefined : subcomponents.map(partOf),
  };
}

function partOf({ id, purl, cpe }: VexPart): object {
  return {
    '@id': id,
    identifiers: purl === undefined && cpe === undefined ? undefined : { purl, cpe23: cpe },
  };
}
