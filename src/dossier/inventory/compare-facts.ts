import type { Component } from '../../model/component.ts';
import type { Fact, FactChange } from '../../model/inventory/inventory-diff.ts';

/**
 * What differs between two states of one package. `renamed` leads from each package URL before to the one after, so that
 * a dependency that was only updated does not change everything that needs it.
 */
export function compareFacts(
  before: Component,
  after: Component,
  renamed: ReadonlyMap<string, string>,
): readonly FactChange[] {
  const plain = facts.flatMap(([fact, textsOf]) => {
    const [from, to] = [textsOf(before), textsOf(after)];
    return sameTexts(from, to) ? [] : [{ fact, before: from, after: to }];
  });
  return [...plain, ...compareNeeds(before, after, renamed)];
}

const facts: readonly (readonly [Fact, (component: Component) => readonly string[]])[] = [
  ['version', ({ version }) => (version === undefined ? [] : [version])],
  ['scope', ({ scope, firstParty }) => [firstParty ? 'first-party' : scope]],
  ['relation', ({ relation }) => [relation]],
  ['pinning', ({ pinning }) => [pinning.kind === 'exact' ? 'exact' : `${pinning.kind} ${pinning.asked}`]],
  ['licence', ({ licences }) => distinct(licences.map(({ expression }) => expression))],
  ['supplier', ({ supplier }) => (supplier === undefined ? [] : [supplier])],
  ['hash', ({ hashes }) => distinct(hashes.map(({ algorithm, value }) => `${algorithm} ${value}`))],
];

function compareNeeds(before: Component, after: Component, renamed: ReadonlyMap<string, string>): FactChange[] {
  if (before.dependsOn === undefined && after.dependsOn === undefined) return [];
  const from = new Set(before.dependsOn?.map((purl) => renamed.get(purl) ?? purl));
  const to = new Set(after.dependsOn);
  const gone = (before.dependsOn ?? []).filter((purl) => !to.has(renamed.get(purl) ?? purl));
  const come = [...to].filter((purl) => !from.has(purl));
  const told = (before.dependsOn === undefined) === (after.dependsOn === undefined);
  return gone.length + come.length === 0 && told ? [] : [{ fact: 'needs', before: gone, after: come }];
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].toSorted();
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, at) => text === b[at]);
}
