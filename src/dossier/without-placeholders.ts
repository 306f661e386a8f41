import { isPlaceholder } from '../base/placeholder.ts';
import type { Component } from '../model/component.ts';

/** A component without texts that only hold the place of a fact, such as the supplier TBD: what nobody knows is unknown. */
export function withoutPlaceholders(component: Component): Component {
  const { supplier, homepage, description, licences } = component;
  const known = {
    supplier: factIn(supplier),
    homepage: factIn(homepage),
    description: factIn(description),
    licences: licences.filter(({ expression }) => factIn(expression) !== undefined),
  };
  return known.supplier === supplier &&
    known.homepage === homepage &&
    known.description === description &&
    known.licences.length === licences.length
    ? component
    : { ...component, ...known };
}

/** A text that says something; `undefined` for none, for a placeholder, and for the word unknown. */
export function factIn(text: string | undefined): string | undefined {
  return text === undefined || isPlaceholder(text) || /^\s*unknown\s*$/i.test(text) ? undefined : text;
}
