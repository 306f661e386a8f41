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

/** One licence of an expression, with what changes it. */
export type LicenceTerm = {
  /** As the list spells it, without a `+` that is no part of the identifier; or a `LicenseRef-` name. */
  readonly id: string;
  readonly orLater: boolean;
  /** An exception of the list, or an `AdditionRef-` name. */
  readonly exception: string | undefined;
};

/** A term as SPDX writes it. */
export function spellTerm({ id, orLater, exception }: LicenceTerm): string {
  return `${id}${orLater ? '+' : ''}${exception === undefined ? '' : ` WITH ${exception}`}`;
}
