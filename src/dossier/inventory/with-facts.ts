import { isCollection } from '../../base/packages/collections.ts';
import { metadataFile } from '../../base/packages/metadata-file.ts';
import { packageOf } from '../../base/packages/purl.ts';
import type { Component, StatedFact } from '../../model/component.ts';
import type { Filed } from '../../model/filed.ts';
import type { FrozenMetadata, PackageMetadata, RegistryFacts } from '../../model/inventory/metadata.ts';
import type { LinePlace } from '../../model/place.ts';
import type { SoupItem } from '../../model/records/soup-item.ts';

/**
 * Lays over components what registries and people state. Files keep the first word on supplier, licence, repository and
 * homepage; who made it is a person's to say, then the registry's. A licence that only a collection states is a conclusion of
 * others, and nobody's declaration. Everything that was stated stays beside, with its source.
 */
export function withFacts(
  components: readonly Component[],
  metadata: FrozenMetadata | undefined,
  items: readonly Filed<SoupItem>[],
): readonly Component[] {
  const records = new Map(items.map((item) => [item.record.soup, item]));
  if (metadata === undefined && records.size === 0) return components;
  return components.map((component) => {
    const item = component.firstParty ? undefined : records.get(packageOf(component.purl));
    const known = metadata?.about(component.purl);
    const registries = fromRegistries(known);
    const needsSupplier = component.supplier === undefined && registries.every(({ fact }) => fact !== 'supplier');
    const stated = [...fromPerson(item, needsSupplier), ...registries];
    if (stated.length === 0) return component;
    const at = { file: metadataFile, line: metadata?.lineOf(component.purl) ?? 1 };
    return { ...component, ...filled(component, stated, licenceFrom(known, at)), stated };
  });
}

/** The manufacturer of the record; an organisation that makes and publishes it is its supplier where nobody names another. */
function fromPerson(item: Filed<SoupItem> | undefined, needsSupplier: boolean): readonly StatedFact[] {
  const { name: value, kind } = item?.record.manufacturer ?? {};
  if (item === undefined || value === undefined) return [];
  const said = { value, source: item.file, asOf: undefined };
  const facts: readonly StatedFact[] = [{ fact: 'originator', ...said }];
  return needsSupplier && kind !== undefined && kind !== 'person' ? [...facts, { fact: 'supplier', ...said }] : facts;
}

function fromRegistries(known: PackageMetadata | undefined): readonly StatedFact[] {
  return (known?.answers ?? []).flatMap(({ source, asOf, facts = {} }) =>
    (Object.keys(facts) as (keyof RegistryFacts)[]).flatMap((fact) => {
      const value = facts[fact];
      return value === undefined ? [] : [{ fact, value, source, asOf }];
    }),
  );
}

/** What a registry declares goes before what a collection concluded. */
function licenceFrom(known: PackageMetadata | undefined, at: LinePlace): Component['licences'] {
  const answer = known?.answers.find(({ facts }) => facts?.licence !== undefined);
  const expression = answer?.facts?.licence;
  if (answer === undefined || expression === undefined) return [];
  return [isCollection(answer.registry) ? { expression, said: 'concluded', at } : { expression, at }];
}

function filled(
  component: Component,
  stated: readonly StatedFact[],
  licences: Component['licences'],
): Partial<Component> {
  const first = (fact: keyof RegistryFacts) => stated.find((one) => one.fact === fact)?.value;
  return {
    supplier: component.supplier ?? first('supplier'),
    originator: component.originator ?? first('originator'),
    repository: component.repository ?? first('repository'),
    homepage: component.homepage ?? first('homepage'),
    licences: component.licences.length > 0 ? component.licences : licences,
  };
}
