import type { LocatedValue } from '../../../base/formats/located-value.ts';
import { checkSchema } from '../../../base/formats/schema.ts';
import type { ParsedSbom } from '../../../model/inventory/sbom-document.ts';
import { refused } from '../refused.ts';
import { spdx3Document } from './spdx3-document.ts';
import { spdx3Graph, spdx3Schema, textOf, type Spdx3Graph } from './spdx3-graph.ts';

/** Whether JSON says that it is SPDX 3, by its context. */
export function isSpdx3(value: unknown): boolean {
  return contextOf(value).includes('spdx.org/rdf/3');
}

/** Passes a document through the outer schema of SPDX 3; a graph without anything of SPDX in it is refused. */
export function checkSpdx3(file: string, { value, lineOf }: LocatedValue): ParsedSbom {
  const document = checkSchema(spdx3Schema, value);
  if (!document.ok) return refused(file, { message: 'its "@graph" is no list of elements', at: { line: 1 } });
  const graph = spdx3Graph(document.value);
  if (!graph.elements.some(({ type }) => type === 'SpdxDocument' || type === 'Sbom' || type === 'Package'))
    return refused(
      file,
      { message: 'its graph holds neither an SpdxDocument nor a package', at: { line: lineOf(['@graph']) } },
      'Export the bill of materials as SPDX 3.0.1 JSON-LD, or list the file under `ignore` in tureen.yaml.',
    );
  return spdx3Document(file, graph, versionOf(graph, value), lineOf);
}

function versionOf({ elements }: Spdx3Graph, value: unknown): string {
  const stated = elements.find(({ type }) => type === 'CreationInfo');
  const [, named = '3'] = /spdx\.org\/rdf\/(3(?:\.\d{1,6}){0,2})/.exec(contextOf(value)) ?? [];
  return (stated && textOf(stated, 'specVersion')) ?? named;
}

function contextOf(value: unknown): string {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, '@context')) return '';
  return JSON.stringify((value as { readonly '@context': unknown })['@context']) ?? '';
}
