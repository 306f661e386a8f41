import type { Component } from '../../model/component.ts';
import type { SbomSubject } from '../../model/export.ts';

/** An organisation as a file names it: `Name <mail>` is taken apart, anything else is the name. */
export type Organisation = { readonly name: string; readonly email: string | undefined };

/** Reads the name of an organisation, as the `Maintainer` of a Debian package gives it. */
export function parseOrganisation(text: string): Organisation {
  const [, name, email] = /^([^<>]*[^<>\s])\s*<([^<>@\s]+@[A-Za-z0-9.-]+)>$/.exec(text.trim()) ?? [];
  return name === undefined ? { name: text, email: undefined } : { name, email };
}

/** Who supplies a component: whom its file names, or the manufacturer for the product's own packages. */
export function supplierOf(component: Component, product: SbomSubject['product']): string | undefined {
  return component.supplier ?? (component.firstParty ? product.manufacturer : undefined);
}
