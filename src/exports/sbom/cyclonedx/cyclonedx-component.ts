import { parsePurl } from '../../../base/packages/purl.ts';
import type { Component, Hash, Scope } from '../../../model/component.ts';
import type { SbomSubject } from '../../../model/plugs/export.ts';
import { artefactsOf, hashesOfOnlyFile, type Artefact } from '../facts/artefacts.ts';
import { bsiProperties } from './bsi-properties.ts';
import { cpeNamesOf } from '../facts/cpe-names.ts';
import { cyclonedxLicences } from './cyclonedx-licences.ts';
import type { GraphNode } from '../facts/dependency-graph.ts';
import { isAddress } from '../facts/is-address.ts';
import { parseOrganisation, supplierOf } from '../facts/organisation.ts';
import { componentFacts, cpeFact } from '../facts/tureen-facts.ts';

/** A component of CycloneDX; what nobody knows is left out, and named in the property `tureen:unknown`. */
export function cyclonedxComponent(node: GraphNode, { product }: SbomSubject, spec: string): object {
  const { component } = node;
  const artefacts = artefactsOf(component);
  const supplier = supplierOf(component, product);
  const {
    names: [cpe, ...otherCpes],
  } = cpeNamesOf(component);
  return {
    type: component.firstParty ? 'application' : 'library',
    'bom-ref': node.ref,
    supplier: supplier === undefined ? undefined : cyclonedxOrganisation(supplier),
    manufacturer: spec >= '1.6' ? makerOf(component, product) : undefined,
    author: spec < '1.6' ? (component.firstParty ? product.manufacturer : component.originator) : undefined,
    ...groupAndName(component),
    version: versionOf(component),
    description: component.description,
    scope: scopes[component.scope],
    hashes: filled(hashesOfOnlyFile(artefacts).map(cyclonedxHash)),
    licenses: cyclonedxLicences(component, spec),
    cpe,
    purl: component.purl,
    externalReferences: filled([
      ...addressed('website', component.homepage),
      ...addressed('vcs', component.repository),
      ...(spec < '1.6' ? [] : addressed('source-distribution', component.repository)),
      ...artefacts.map((artefact) => distribution(artefact, component)),
    ]),
    properties: [...bsiProperties(artefacts), ...componentFacts(node), ...otherCpes.map(cpeFact)],
  };
}

/** An `organizationalEntity` from the name that a file gives, and from what else is known of it. */
function cyclonedxOrganisation(
  text: string,
  known: { readonly website?: string | undefined; readonly email?: string | undefined } = {},
): object {
  const { name, email: own } = parseOrganisation(text);
  const email = known.email ?? own;
  return {
    name,
    url: known.website === undefined ? undefined : [known.website],
    contact: email === undefined ? undefined : [{ email }],
  };
}

/** Who makes the product answers for its SBOM, and makes and supplies the product and its own packages. */
export function cyclonedxMaker({ manufacturer, website, email }: SbomSubject['product']): object | undefined {
  return manufacturer === undefined ? undefined : cyclonedxOrganisation(manufacturer, { website, email });
}

function makerOf({ firstParty, originator }: Component, product: SbomSubject['product']): object | undefined {
  if (firstParty) return cyclonedxMaker(product);
  return originator === undefined ? undefined : cyclonedxOrganisation(originator);
}

/** The words of CycloneDX; an absent scope means `required` there, so the property `tureen:scope` tells `unknown`. */
const scopes: Readonly<Record<Scope, string | undefined>> = {
  runtime: 'required',
  optional: 'optional',
  development: 'excluded',
  unknown: undefined,
};

/** The name without the part that is the namespace of the package URL, such as `@babel` or `org.hl7.fhir`. */
function groupAndName({ purl, name }: Component): { readonly group?: string; readonly name: string } {
  const namespace = parsePurl(purl)?.namespace ?? '';
  const separator = name.charAt(namespace.length);
  const grouped =
    namespace !== '' &&
    (separator === '/' || separator === ':') &&
    name.length > namespace.length + 1 &&
    name.slice(0, namespace.length).toLowerCase() === namespace.toLowerCase();
  return grouped ? { group: name.slice(0, namespace.length), name: name.slice(namespace.length + 1) } : { name };
}

/** The schema takes 1024 letters; a longer version stands in the package URL only. */
function versionOf({ version }: Component): string | undefined {
  return version === undefined || version.length > 1024 ? undefined : version;
}

function addressed(type: 'website' | 'vcs' | 'source-distribution', url: string | undefined): readonly object[] {
  return isAddress(url) ? [{ type, url }] : [];
}

/** An address is required: the file's name stands in for one that is not known, or else the package URL. */
function distribution({ name, address, hashes }: Artefact, { purl }: Component): object {
  const place = name === undefined ? purl : encodeURIComponent(name.toWellFormed());
  return {
    type: 'distribution',
    url: address ?? place,
    comment: address === undefined ? 'No file gives the address.' : undefined,
    hashes: filled(hashes.map(cyclonedxHash)),
  };
}

function cyclonedxHash({ algorithm, value }: Hash): object {
  return { alg: algorithm.toUpperCase().replace('SHA', 'SHA-'), content: value };
}

function filled<T>(values: readonly T[]): readonly T[] | undefined {
  return values.length === 0 ? undefined : values;
}
