import type { DiagnosticExport } from '../../model/plugs/diagnostic-export.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { sarif } from './sarif.ts';

/** Every machine format of `check`. */
export const diagnosticExports: readonly DiagnosticExport[] = [json, sarif, junit, github, gitlab];
