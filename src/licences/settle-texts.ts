import type { FoundLicence } from './found-licence.ts';

/**
 * What is sure in a file settles what is unsure: a notice tells which of several licences with one text is meant, and under
 * which exception; and a text tells which version a notice means that names none.
 */
export function settleTexts(found: readonly FoundLicence[]): readonly FoundLicence[] {
  const told = Map.groupBy(
    found.flatMap(({ doubt, candidates: [best] }) => (doubt === undefined && best !== undefined ? [best.id] : [])),
    licenceOf,
  );
  return found.map((one) => {
    const sameText = one.candidates.every(({ score }) => score === one.candidates[0]?.score);
    if (one.doubt === undefined || one.candidates.length === 1 || !sameText) return one;
    const meant = one.candidates.filter(({ id }) => told.has(licenceOf(id)));
    const [first] = meant;
    if (first === undefined || meant.length > 1) return one;
    const [spelt, ...others] = new Set(told.get(licenceOf(first.id)));
    const id = first.id.includes(' WITH ') || others.length > 0 ? first.id : (spelt ?? first.id);
    return { ...one, candidates: [{ ...first, id }], doubt: undefined };
  });
}

/** Without its exception. */
function licenceOf(id: string): string {
  return id.replace(/ WITH .*$/s, '');
}
