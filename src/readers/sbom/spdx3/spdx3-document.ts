import type { LocatedValue } from '../../../base/formats/located-value.ts';
import type { KeyPath } from '../../../model/place.ts';
import type { ParsedSbom, SbomComponent } from '../../../model/inventory/sbom-document.ts';
import type { PlaceOf } from '../cyclonedx/cyclonedx-entries.ts';
import { namedTool } from '../stated/named-tool.ts';
import { spdx3Agent } from './spdx3-agent.ts';
import { spdx3Annotations } from './spdx3-annotations.ts';
import { spdx3Edges } from './spdx3-edges.ts';
import { isFields, keyOf, referenceOf, textOf, textsOf, valuesOf, type Spdx3Graph } from './spdx3-graph.ts';
import { spdx3Licence } from './spdx3-licence.ts';
import { spdx3Package } from './spdx3-package.ts';
import { give } from '../stated/stated.ts';

/** An SPDX 3 graph as any SBOM. Files, snippets, builds and statements on vulnerabilities are no components. */
export function spdx3Document(
  file: string,
  graph: Spdx3Graph,
  specVersion: string,
  lineOf: LocatedValue['lineOf'],
): ParsedSbom {
  const placeOf: PlaceOf = (keyPath) => ({ file, line: lineOf(keyPath) });
  const ofType = (...types: readonly string[]) => graph.elements.filter(({ type }) => types.includes(type));
  const packages = ofType('Package', 'DatasetPackage', 'AIPackage');
  const edges = spdx3Edges(graph.elements, placeOf);
  const [document] = ofType('SpdxDocument');
  const boms = ofType('Sbom');
  const purposes = packages.map((one) => textOf(one, 'primaryPurpose', 'software'));
  const tellsInstalled = purposes.includes('install');

  const roots = new Set([
    ...edges.described,
    ...[document, ...boms]
      .flatMap((one) => (one === undefined ? [] : valuesOf(one, 'rootElement')))
      .flatMap((one) => referenceOf(one) ?? []),
  ]);
  const annotations = spdx3Annotations(graph);
  const components = packages.map((one) =>
    spdx3Package(one, { graph, edges, annotations, at: placeOf(one.keyPath), tellsInstalled }),
  );
  const isRoot = ({ ref }: SbomComponent) => ref !== undefined && roots.has(ref);

  const about = document ?? boms[0];
  const [info] = about === undefined ? [] : valuesOf(about, 'creationInfo');
  const creation = graph.find(info) ?? (isFields(info) ? { fields: info, keyPath: [] as KeyPath } : undefined);
  const creators = (name: string) =>
    creation === undefined
      ? []
      : valuesOf(creation, name).map((one, index) => ({
          value: spdx3Agent(one, graph),
          keyPath: [...creation.keyPath, name, index],
        }));
  const created = creation && give(textOf(creation, 'created'), [...creation.keyPath, 'created']);
  const [licence] = document === undefined ? [] : valuesOf(document, 'dataLicense');
  const dataLicence =
    document &&
    give(licence === undefined ? undefined : spdx3Licence(licence, graph), [...document.keyPath, 'dataLicense']);
  const keyPath = about?.keyPath ?? [];
  const packageIds = new Set(packages.flatMap(({ id }) => id ?? []));
  return {
    document: {
      at: placeOf(keyPath),
      keyPath,
      family: 'SPDX',
      specVersion,
      serialisation: 'json-ld',
      id: give(about?.id, [...keyPath, 'spdxId']),
      edition: undefined,
      name: about && give(textOf(about, 'name'), [...keyPath, 'name']),
      timestamp: created,
      signature: undefined,
      tools: creators('createdUsing').map(({ value, keyPath }) => ({
        value: { ...value, ...namedTool(value.name ?? ''), kind: 'tool' as const },
        keyPath,
      })),
      authors: creators('createdBy'),
      supplier: undefined,
      manufacturer: undefined,
      contexts: boms.flatMap((one) =>
        textsOf(one, 'sbomType', 'software').map((value) => ({
          value,
          keyPath: [...one.keyPath, keyOf(one, 'sbomType', 'software')],
        })),
      ),
      licences: [dataLicence ?? []].flat(),
      references: [],
      properties: annotations.get(about?.id ?? '') ?? [],
      subjects: components.filter(isRoot),
      components: components.filter((one) => !isRoot(one)),
      dependencies: edges.dependencies,
      completeness: edges.completeness,
      vulnerabilities: graph.elements.filter(({ type }) => type.endsWith('VulnAssessmentRelationship')).length,
      otherRefs: new Set(graph.elements.flatMap(({ id }) => (id === undefined || packageIds.has(id) ? [] : [id]))),
      services: 0,
    },
    diagnostics: [],
  };
}
