import type { SpdxExpression } from '../../../base/licences/spdx-expression.ts';
import { parseSpdxExpression } from '../../../base/licences/parse-spdx-expression.ts';
import type { Component } from '../../../model/component.ts';

/** A licence as a file states it, and the SPDX expression that it is, where it is one. */
export type StatedLicence = { readonly text: string; readonly expression: SpdxExpression | undefined };

/** The different licences that the files declare of a component, sorted; `NOASSERTION` of a foreign SBOM states none. */
export function statedLicences({ licences }: Component): readonly StatedLicence[] {
  return spelt(licences.filter(({ said }) => said === undefined));
}

/** The different licences that somebody else concluded, as an SBOM that was read tells, sorted. */
export function concludedLicences({ licences }: Component): readonly StatedLicence[] {
  return spelt(licences.filter(({ said }) => said === 'concluded'));
}

function spelt(licences: Component['licences']): readonly StatedLicence[] {
  const texts = licences.map(({ expression }) => {
    const text = expression.trim();
    return parseSpdxExpression(text)?.text ?? text;
  });
  return [...new Set(texts)]
    .filter((text) => text !== '' && text !== 'NOASSERTION')
    .toSorted()
    .map((text) => ({ text, expression: parseSpdxExpression(text) }));
}
