import { readSpdxExpression } from './read-spdx-expression.ts';
import type { SpdxExpression } from './spdx-expression.ts';

/**
 * Reads an SPDX licence expression; `undefined` when the text is none. Identifiers match in any letter case, operators
 * in upper or lower case. It never throws and takes time in proportion to the text, however deep its brackets are.
 */
export function parseSpdxExpression(text: string): SpdxExpression | undefined {
  return readSpdxExpression(text).expression;
}
