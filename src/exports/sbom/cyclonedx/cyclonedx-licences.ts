import type { Component } from '../../../model/component.ts';
import { concludedLicences, statedLicences, type StatedLicence } from '../facts/stated-licences.ts';

/**
 * The `licenses` of a CycloneDX component: a listed licence by its id, an expression as such, anything else by its name,
 * letter by letter. Until 1.6 an expression has to stand alone; beside others it is written as a name there. Since 1.6
 * it is said that a licence is declared, or concluded by whoever made an SBOM that was read; before 1.6
 * a conclusion is written where nothing is declared.
 */
export function cyclonedxLicences(component: Component, spec: string): readonly object[] | undefined {
  const stated = statedLicences(component);
  const concluded = spec < '1.6' && stated.length > 0 ? [] : concludedLicences(component);
  const count = stated.length + concluded.length;
  const mixed = count === 1 || spec > '1.6';
  const as = (word: string) => (spec < '1.6' ? undefined : word);
  return count === 0
    ? undefined
    : [
        ...stated.map((licence) => choice(licence, mixed, as('declared'))),
        ...concluded.map((licence) => choice(licence, mixed, as('concluded'))),
      ];
}

function choice({ text, expression }: StatedLicence, mixed: boolean, acknowledgement: string | undefined): object {
  if (expression?.id !== undefined) return { license: { id: expression.id, acknowledgement } };
  if (expression !== undefined && mixed) return { expression: text, acknowledgement };
  return { license: { name: text, acknowledgement } };
}
