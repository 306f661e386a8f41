import type { DiagnosticExport } from '../../model/diagnostic-export.ts';
import { github } from './github.ts';
import { json } from './json.ts';
import { sarif } from './sarif.ts';

/** Every machine format of `check`. */
export const diagnosticExports: readonly DiagnosticExport[] = [json, sarif, github];
