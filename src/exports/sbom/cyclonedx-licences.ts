import type { Component } from '../../model/component.ts';
import { statedLicences, type StatedLicence } from './stated-licences.ts';

/**
 * The `licenses` of a CycloneDX component: a listed licence by its id, an expression as such, anything else by its name,
 * letter by letter. Until 1.6 an expression has to stand alone; beside others it is written as a name there. Since 1.6
 * it is said that a licence is declared.
 */
export function cyclonedxLicences(component: Component, spec: string): readonly object[] | undefined {
  const stated = statedLicences(component);
  const mixed = stated.length === 1 || spec > '1.6';
  const acknowledgement = spec < '1.6' ? undefined : 'declared';
  return stated.length === 0 ? undefined : stated.map((licence) => choice(licence, mixed, acknowledgement));
}

function choice({ text, expression }: StatedLicence, mixed: boolean, acknowledgement: string | undefined): object {
  if (expression?.id !== undefined) return { license: { id: expression.id, acknowledgement } };
  if (expression !== undefined && mixed) return { expression: text, acknowledgement };
  return { license: { name: text, acknowledgement } };
}
