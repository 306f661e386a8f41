import type { DiagnosticExport } from '../../model/diagnostic-export.ts';

/** Writes diagnostics as one JSON object, for scripts. */
export const json: DiagnosticExport = {
  name: 'json',
  title: 'JSON',
  write: (diagnostics) => `${JSON.stringify({ diagnostics }, undefined, 2)}\n`,
};
