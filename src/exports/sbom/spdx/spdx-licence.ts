import type { SpdxExpression } from '../../../base/licences/spdx-expression.ts';
import type { Component } from '../../../model/component.ts';
import { spdxId } from '../facts/content-id.ts';
import { concludedLicences, statedLicences, type StatedLicence } from '../facts/stated-licences.ts';

/** The declared licence of an SPDX 2.3 package. */
export type SpdxLicence = {
  readonly licenseDeclared: string;
  /** What somebody else concluded, as an SBOM that was read tells. */
  readonly licenseConcluded?: string;
  readonly licenseComments?: string;
};

/** The definition of a name that is not on the SPDX list (SPDX 2.3, clause 10). */
export type ExtractedLicence = { readonly licenseId: string; readonly extractedText: string; readonly name: string };

/**
 * The licence that the files state. A name that is no SPDX expression becomes a `LicenseRef-`. Several statements are
 * only quoted: no file says whether all of them hold or one may be chosen.
 */
export function spdxLicence(component: Component): SpdxLicence {
  const stated = statedLicences(component);
  const [only] = stated;
  const [concluded, ...others] = concludedLicences(component);
  const conclusion = concluded === undefined || others.length > 0 ? {} : { licenseConcluded: declared(concluded) };
  if (only === undefined) return { licenseDeclared: 'NOASSERTION', ...conclusion };
  if (stated.length === 1) return { licenseDeclared: declared(only), ...conclusion };
  const quoted = stated.map(({ text }) => JSON.stringify(text)).join(', ');
  return {
    licenseDeclared: 'NOASSERTION',
    ...conclusion,
    licenseComments: `The files state several licences, and not how they go together: ${quoted}.`,
  };
}

/** The definitions of all names that are not on the SPDX list and that `spdxLicence` writes, sorted. */
export function extractedLicences(components: readonly Component[]): readonly ExtractedLicence[] {
  const names = components.flatMap((component) => {
    return [statedLicences(component), concludedLicences(component)].flatMap(([only, ...others]) =>
      only === undefined || others.length > 0 ? [] : definedBy(only),
    );
  });
  const byId = new Map(names.map((entry) => [entry.licenseId, entry]));
  return [...byId.keys()].toSorted().flatMap((id) => byId.get(id) ?? []);
}

function declared(licence: StatedLicence): string {
  return selfContained(licence)?.text ?? spdxId('LicenseRef', licence.text);
}

function definedBy(licence: StatedLicence): readonly ExtractedLicence[] {
  const extractedText = 'The files that were read name this licence and do not hold its text.';
  const names = selfContained(licence)?.references.map((name) => ({ licenseId: name, extractedText, name }));
  return names ?? [{ licenseId: spdxId('LicenseRef', licence.text), extractedText, name: licence.text }];
}

/** The expression, unless it refers to a foreign document, which this one does not hold. */
function selfContained({ expression }: StatedLicence): SpdxExpression | undefined {
  return expression?.references.some((name) => name.startsWith('DocumentRef-')) === true ? undefined : expression;
}
