import type { DiagnosticExport } from '../../model/plugs/diagnostic-export.ts';

/** Writes diagnostics as one JSON object, for scripts. */
export const json: DiagnosticExport = {
  name: 'json',
  title: 'JSON',
  write: (diagnostics, { waived }) => `${JSON.stringify({ diagnostics, waived }, undefined, 2)}\n`,
};
