import { readSpdxExpression, type LicenceTerm } from './read-spdx-expression.ts';

/** An SPDX licence expression (SPDX 3.0, annex B), its identifiers and operators spelt as the licence list spells them. */
export type SpdxExpression = {
  readonly text: string;
  /** The listed licence, where the expression is nothing but one, bracketed or not. */
  readonly id: string | undefined;
  /** The `LicenseRef-` and `AdditionRef-` names in it, which the list does not define, in the order in which they stand. */
  readonly references: readonly string[];
  /** Licences and operators, operators after their two operands: `A OR B AND C` is `A B C AND OR`. */
  readonly postfix: readonly (LicenceTerm | 'AND' | 'OR')[];
};

/**
 * Reads an SPDX licence expression; `undefined` when the text is none. Identifiers match in any letter case, operators
 * in upper or lower case. It never throws and takes time in proportion to the text, however deep its brackets are.
 */
export function parseSpdxExpression(text: string): SpdxExpression | undefined {
  return readSpdxExpression(text).expression;
}
