import type { LocatedValue } from '../../../base/formats/located-value.ts';
import { entryProblem } from '../../../base/reading.ts';
import { salvage } from '../../../base/formats/salvage.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { KeyPath } from '../../../model/place.ts';
import type { ParsedSbom, SbomCompleteness, SbomSerialisation } from '../../../model/inventory/sbom-document.ts';
import { organisation, people, tools } from './cyclonedx-agents.ts';
import { propertiesOf, referencesOf } from './cyclonedx-component.ts';
import {
  collectComponents,
  collectDependencies,
  inspectComponent,
  mendGenerator,
  type PlaceOf,
} from './cyclonedx-entries.ts';
import { compositionSchema, furtherSchema, metadataSchema, serviceSchema, type Bom } from './cyclonedx-schema.ts';
import { give } from '../stated/stated.ts';

/** A bill of materials of CycloneDX 1.x as any SBOM; XML is given in the shape of JSON. */
export function cycloneDxDocument(
  file: string,
  bom: Bom,
  lineOf: LocatedValue['lineOf'],
  serialisation: SbomSerialisation,
): ParsedSbom {
  const placeOf: PlaceOf = (keyPath) => ({ file, line: lineOf(keyPath) });
  const refused = (problems: readonly { keyPath: KeyPath; message: string }[], above: KeyPath): Diagnostic[] =>
    problems.map(({ keyPath, message }) =>
      entryProblem(placeOf([...above, ...keyPath]), `${[...above, ...keyPath].join('.')}: ${message}`, mendGenerator),
    );

  const { value: metadata, problems } = salvage(metadataSchema, bom.metadata ?? {});
  const subject = metadata?.component ?? undefined;
  const root =
    subject === undefined ? undefined : inspectComponent(subject, ['metadata', 'component'], undefined, placeOf);
  const parts = collectComponents(root?.inside ?? [], ['metadata', 'component', 'components'], undefined, placeOf);
  const listed = collectComponents(bom.components ?? [], ['components'], undefined, placeOf);
  const dependencies = collectDependencies(bom.dependencies ?? [], placeOf);
  const { value: further, problems: furtherProblems } = salvage(furtherSchema, {
    externalReferences: bom.externalReferences ?? undefined,
    properties: bom.properties ?? undefined,
  });
  const key = (name: string): KeyPath => ['metadata', name];
  const ownProperties = propertiesOf(metadata?.properties, key('properties'));
  return {
    document: {
      at: placeOf([]),
      keyPath: [],
      family: 'CycloneDX',
      specVersion: bom.specVersion,
      serialisation,
      id: typeof bom.serialNumber === 'string' ? give(bom.serialNumber, ['serialNumber']) : undefined,
      edition: edition(bom.version),
      name: undefined,
      timestamp: give(metadata?.timestamp, key('timestamp')),
      signature: typeof bom.signature === 'object' && bom.signature !== null ? ['signature'] : undefined,
      tools: tools(metadata?.tools, key('tools')),
      authors: people(metadata?.authors, key('authors')),
      supplier: organisation(metadata?.supplier, key('supplier')),
      manufacturer:
        organisation(metadata?.manufacturer, key('manufacturer')) ??
        organisation(metadata?.manufacture, key('manufacture')),
      contexts: [
        ...(metadata?.lifecycles ?? []).flatMap(
          ({ phase, name }, index) => give(phase ?? name, [...key('lifecycles'), index]) ?? [],
        ),
        ...ownProperties.filter(({ name }) => name === lifecycleProperty),
      ],
      licences: (metadata?.licenses ?? []).flatMap(
        ({ expression, license }, index) =>
          give(expression || license?.id || license?.name, [...key('licenses'), index]) ?? [],
      ),
      references: referencesOf(further?.externalReferences, ['externalReferences']),
      properties: [...ownProperties, ...propertiesOf(further?.properties, ['properties'])],
      subjects: root?.entry === undefined ? [] : [root.entry],
      components: [...parts.entries, ...listed.entries],
      dependencies: dependencies.entries,
      completeness: completenessOf(bom.compositions ?? [], placeOf),
      vulnerabilities: bom.vulnerabilities?.length ?? 0,
      otherRefs: new Set(serviceReferences(bom.services ?? [])),
      services: bom.services?.length ?? 0,
    },
    diagnostics: [
      ...refused(problems, ['metadata']),
      ...refused(furtherProblems, []),
      ...(root?.diagnostics ?? []),
      ...parts.diagnostics,
      ...listed.diagnostics,
      ...dependencies.diagnostics,
    ],
  };
}

/** Where Tureen writes the phase in version 1.4, which has no `lifecycles`. */
const lifecycleProperty = 'tureen:lifecycle';

function edition(version: unknown) {
  return typeof version === 'number' || typeof version === 'string' ? give(String(version), ['version']) : undefined;
}

/** Each composition may speak of parts and of dependencies; of neither, it speaks of the whole document. */
function completenessOf(compositions: readonly unknown[], placeOf: PlaceOf): readonly SbomCompleteness[] {
  return compositions.flatMap((value, index) => {
    const composition = salvage(compositionSchema, value).value;
    if (composition === undefined) return [];
    const { aggregate, assemblies = [], dependencies = [] } = composition;
    const keyPath = ['compositions', index];
    const common = { at: placeOf(keyPath), keyPath, state: stateOf(aggregate), stated: aggregate };
    if (assemblies.length + dependencies.length === 0)
      return [
        { ...common, of: 'parts', refs: [] },
        { ...common, of: 'dependencies', refs: [] },
      ];
    return [
      ...(assemblies.length === 0 ? [] : [{ ...common, of: 'parts' as const, refs: assemblies }]),
      ...(dependencies.length === 0 ? [] : [{ ...common, of: 'dependencies' as const, refs: dependencies }]),
    ];
  });
}

function stateOf(aggregate: string): SbomCompleteness['state'] {
  if (aggregate === 'complete') return 'complete';
  return aggregate.startsWith('incomplete') ? 'incomplete' : 'unknown';
}

function serviceReferences(services: readonly unknown[]): string[] {
  return services.flatMap((value) => {
    const service = salvage(serviceSchema, value).value;
    const ref = service?.['bom-ref'];
    return [...(ref === undefined ? [] : [ref]), ...serviceReferences(service?.services ?? [])];
  });
}
