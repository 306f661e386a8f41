import type { DiagnosticExport, LocatedDiagnostic, LocatedWaived } from '../../model/plugs/diagnostic-export.ts';

/** Writes diagnostics as SARIF 2.1.0, for code scanning. */
export const sarif: DiagnosticExport = {
  name: 'sarif',
  title: 'SARIF 2.1.0',
  write: (diagnostics, { rules, waived, tool }) => {
    const log = {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: tool.name,
              version: tool.version,
              rules: rules.map(({ id, title, why, help }) => ({
                id,
                shortDescription: { text: title },
                fullDescription: { text: why },
                help: { text: help },
              })),
            },
          },
          results: [...diagnostics.map(result), ...waived.map(suppressed)],
          columnKind: 'utf16CodeUnits',
        },
      ],
    };
    return `${JSON.stringify(log, undefined, 2)}\n`;
  },
};

function result({ rule, severity, message, help, clause, file, line, column }: LocatedDiagnostic) {
  const region =
    line === undefined ? {} : { region: { startLine: line, ...(column !== undefined && { startColumn: column }) } };
  return {
    ruleId: rule,
    level: severity,
    message: { text: `${message}. ${help}` },
    locations: [{ physicalLocation: { artifactLocation: { uri: encodeURI(file) }, ...region } }],
    ...(clause !== undefined && { properties: { clause } }),
  };
}

function suppressed({ waiver, ...diagnostic }: LocatedWaived) {
  const justification = `${waiver.reason}, until ${waiver.until}, by ${waiver.by}: ${waiver.text}`;
  const location = { physicalLocation: { artifactLocation: { uri: encodeURI(waiver.file) } } };
  return { ...result(diagnostic), suppressions: [{ kind: 'external', status: 'accepted', justification, location }] };
}
