import { spdxExceptionIds, spdxLicenceIds } from './generated/spdx-license-ids.ts';

/** An SPDX licence expression (SPDX 2.3, annex D), its identifiers and operators spelt as the licence list spells them. */
export type SpdxExpression = {
  readonly text: string;
  /** The listed licence, where the expression is nothing but one, bracketed or not. */
  readonly id: string | undefined;
  /** The `LicenseRef-` names in it, which the list does not define, in the order in which they stand. */
  readonly references: readonly string[];
};

/**
 * Reads an SPDX licence expression; `undefined` when the text is none. Identifiers match in any letter case, operators
 * in upper or lower case. It never throws and takes time in proportion to the text, however deep its brackets are.
 */
export function parseSpdxExpression(text: string): SpdxExpression | undefined {
  const words: string[] = [];
  let expected: Expected = 'licence';
  let depth = 0;
  for (const word of text.match(/[()]|[^\s()]+/g) ?? []) {
    const step = read(word, expected);
    if (step === undefined) return undefined;
    depth += word === '(' ? 1 : word === ')' ? -1 : 0;
    if (depth < 0) return undefined;
    words.push(step.spelt);
    expected = step.next;
  }
  if (depth !== 0 || expected === 'licence' || expected === 'exception') return undefined;
  const operands = words.filter((word) => word !== '(' && word !== ')');
  return {
    text: words.join(' ').replaceAll('( ', '(').replaceAll(' )', ')'),
    id: operands.length === 1 ? licences.get(operands[0]?.toLowerCase() ?? '') : undefined,
    references: [...new Set(words.filter((word) => reference.test(word)))],
  };
}

/** What may stand next; after a licence anything may follow, after an exception or a bracket everything but WITH. */
type Expected = 'licence' | 'exception' | 'anything' | 'connective';

type Step = { readonly spelt: string; readonly next: Expected };

function read(word: string, expected: Expected): Step | undefined {
  if (expected === 'licence') return word === '(' ? { spelt: word, next: 'licence' } : licence(word);
  if (expected === 'exception') return step(exceptions.get(word.toLowerCase()), 'connective');
  if (word === ')') return { spelt: word, next: 'connective' };
  if (word === 'AND' || word === 'OR' || word === 'and' || word === 'or') return step(word.toUpperCase(), 'licence');
  return expected === 'anything' && (word === 'WITH' || word === 'with') ? step('WITH', 'exception') : undefined;
}

function licence(word: string): Step | undefined {
  if (reference.test(word)) return step(word, 'anything');
  const listed = licences.get(word.toLowerCase());
  if (listed !== undefined || !word.endsWith('+')) return step(listed, 'anything');
  const orLater = licences.get(word.slice(0, -1).toLowerCase());
  return orLater === undefined ? undefined : step(`${orLater}+`, 'anything');
}

function step(spelt: string | undefined, next: Expected): Step | undefined {
  return spelt === undefined ? undefined : { spelt, next };
}

const reference = /^(?:DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+$/;
const licences = new Map(spdxLicenceIds.map((id) => [id.toLowerCase(), id]));
const exceptions = new Map(spdxExceptionIds.map((id) => [id.toLowerCase(), id]));
