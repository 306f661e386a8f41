import type { Component } from '../../../model/component.ts';
import type { SbomSubject } from '../../../model/plugs/export.ts';

/** An organisation as a file names it: `Name <mail>` is taken apart, anything else is the name. */
export type Organisation = { readonly name: string; readonly email: string | undefined };

/** Reads the name of an organisation, as the `Maintainer` of a Debian package gives it. */
export function parseOrganisation(text: string): Organisation {
  const [, name, email] = /^([^<>]*[^<>\s])\s*<([^<>@\s]+@[A-Za-z0-9.-]+)>$/.exec(text.trim()) ?? [];
  return name === undefined ? { name: text, email: undefined } : { name, email };
}

/** Who supplies a component: whom its file names, or the manufacturer for the product's own packages. */
export function supplierOf(component: Component, product: SbomSubject['product']): string | undefined {
  if (namesNobody(component)) return component.firstParty ? product.manufacturer : undefined;
  return component.supplier;
}

/** Whether no file names a supplier, or one does by nothing that could be read. */
export function namesNobody({ supplier = '' }: Component): boolean {
  return /^[\s\p{Control}]*$/u.test(supplier);
}
