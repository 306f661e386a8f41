import { outerFile } from '../../../base/paths/outer-file.ts';
import type { Component, StatedFact } from '../../../model/component.ts';
import type { SbomSubject } from '../../../model/plugs/export.ts';
import type { Inventory } from '../../../model/inventory/inventory.ts';
import type { LinePlace } from '../../../model/place.ts';
import { isDigest } from './artefacts.ts';
import { cpeNamesOf } from './cpe-names.ts';
import type { GraphNode } from './dependency-graph.ts';
import { isAddress } from './is-address.ts';
import { namesNobody } from './organisation.ts';
import { statedLicences } from './stated-licences.ts';

/** Something that Tureen knows and that no field of the format takes: a property in CycloneDX, a line of an annotation in SPDX. */
export type Fact = { readonly name: `tureen:${string}`; readonly value: string };

/** What is known of a component beside the fields of the format, and, as `tureen:unknown`, what no file says. */
export function componentFacts(node: GraphNode): readonly Fact[] {
  const { component, missing } = node;
  const { pinning, source } = component;
  return [
    { name: 'tureen:scope', value: component.scope },
    ...component.scopeEvidence.map(({ scope, reason, at }): Fact => ({
      name: 'tureen:scope:evidence',
      value: `${scope}: ${reason} (${show(at)})`,
    })),
    { name: 'tureen:relation', value: component.relation },
    ...all('tureen:firstParty', component.firstParty ? ['true'] : []),
    ...all('tureen:foundAt', component.foundAt.map(show)),
    ...all('tureen:layer', layersOf(component)),
    { name: 'tureen:pinning', value: pinning.kind === 'exact' ? 'exact' : `${pinning.kind}: ${pinning.asked}` },
    ...all('tureen:source', source === undefined ? [] : [`${source.name} ${source.version}`]),
    ...all('tureen:stated', (component.stated ?? []).map(statedText)),
    ...all('tureen:missing', missing),
    ...addressFacts(component),
    ...all(
      'tureen:hash',
      component.hashes.filter((hash) => !isDigest(hash)).map((hash) => `${hash.algorithm} ${hash.value} of ${hash.of}`),
    ),
    ...cpeNamesOf(component).others.map(cpeFact),
    ...unknownFact(unknownsOf(node)),
  ];
}

/** A CPE name that has no field of its own: one of several, or one that the formats refuse. */
export function cpeFact(name: string): Fact {
  return { name: 'tureen:cpe', value: name };
}

/** What a registry or a record states, and where: a person sees which field a file did not fill. */
function statedText({ fact, value, source, asOf }: StatedFact): string {
  return `${fact}: ${value} (${source}${asOf === undefined ? '' : `, ${asOf}`})`;
}

/** The layers of images that brought it. */
function layersOf({ foundAt }: Component): readonly string[] {
  const layers = foundAt.flatMap(({ file, layer }) =>
    layer === undefined ? [] : `${layer.digest} of ${outerFile(file)}`,
  );
  return [...new Set(layers)];
}

/** Facts as the text of an annotation, a line each; nothing in a fact can begin a line of its own. */
export function factLines(facts: readonly Fact[]): string {
  return facts.map(({ name, value }) => `${name}: ${value.replace(/[\u0000-\u001f\u007f\s]+/g, ' ')}`).join('\n');
}

/** What is not known of the product itself. */
export function productFacts({ version, manufacturer }: SbomSubject['product']): readonly Fact[] {
  return unknownFact([
    ...(version === undefined ? ['version'] : []),
    ...(manufacturer === undefined ? ['manufacturer'] : []),
    'licence',
    'hash',
  ]);
}

/**
 * Which files the document was made from, and which ones could not be; what holds no components of the product is left
 * out, and an image stands for what was read in it.
 */
export function documentFacts({ files }: Inventory): readonly Fact[] {
  return files
    .filter(({ status, reader }) => status !== 'skipped' || reader !== undefined)
    .filter(({ status, path }) => status === 'not-understood' || outerFile(path) === path)
    .map(({ path, status, reason }): Fact => ({
      name: `tureen:file:${status}`,
      value: reason === undefined ? path : `${path}: ${reason}`,
    }))
    .toSorted((a, b) => (a.name + a.value < b.name + b.value ? -1 : 1));
}

/** Addresses that are none by the rules of the formats, such as `git@host:group/project`; kept as they are written. */
function addressFacts(component: Component): readonly Fact[] {
  return (['homepage', 'repository', 'download'] as const).flatMap((key) => {
    const address = component[key];
    return address === undefined || isAddress(address) ? [] : [{ name: `tureen:${key}` as const, value: address }];
  });
}

function unknownsOf({ component, completeness, unclaimed }: GraphNode): readonly string[] {
  const unknown: Readonly<Record<string, boolean>> = {
    version: component.version === undefined,
    supplier: namesNobody(component) && !component.firstParty,
    manufacturer: !component.firstParty && component.originator === undefined,
    licence: statedLicences(component).length === 0,
    hash: !component.hashes.some(isDigest),
    scope: component.scope === 'unknown',
    relation: component.relation === 'unknown',
    dependencies: completeness === 'unknown',
    dependents: unclaimed,
  };
  return Object.keys(unknown).filter((key) => unknown[key]);
}

function unknownFact(unknowns: readonly string[]): readonly Fact[] {
  return unknowns.length === 0 ? [] : [{ name: 'tureen:unknown', value: unknowns.join(',') }];
}

function all(name: Fact['name'], values: readonly string[]): readonly Fact[] {
  return values.map((value) => ({ name, value }));
}

function show({ file, line }: LinePlace): string {
  return `${file}:${line}`;
}
