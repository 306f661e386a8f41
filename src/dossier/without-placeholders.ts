import { onceForText } from '../base/remembering/once-for-text.ts';
import { isPlaceholder } from '../base/placeholder.ts';
import type { Component, LicenceStatement } from '../model/component.ts';

/** A component without texts that only hold the place of a fact, such as the supplier TBD: what nobody knows is unknown. */
export function withoutPlaceholders(component: Component): Component {
  const { supplier, homepage, description, licences } = component;
  const known = { supplier: factIn(supplier), homepage: factIn(homepage), description: factIn(description) };
  const isKnown = known.supplier === supplier && known.homepage === homepage && known.description === description;
  return isKnown && licences.every(isStated)
    ? component
    : { ...component, ...known, licences: licences.filter(isStated) };
}

function isStated({ expression }: LicenceStatement): boolean {
  return isFact(expression);
}

/** Thousands of components state the same few licences. */
const isFact = onceForText((expression) => factIn(expression) !== undefined);

/** A text that says something; `undefined` for none, for a placeholder, and for the word unknown. */
export function factIn(text: string | undefined): string | undefined {
  return text === undefined || isPlaceholder(text) || /^\s*unknown\s*$/i.test(text) ? undefined : text;
}
