import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

/**
 * What the official schema of SPDX 3.0.1 has against a document, element by element, and what no schema can see:
 * addresses of this document that stand twice or lead nowhere; empty when it is valid.
 */
export function spdx3Problems(document: unknown): readonly string[] {
  const validate = (compiled ??= compile());
  const { '@context': context, '@graph': graph } = document as SpdxGraph;
  const ids = new Set(graph.map((element) => element['spdxId'] ?? element['@id']));
  const wrong = validate(document)
    ? []
    : graph.filter((element) => !validate({ '@context': context, '@graph': [element] }));
  return [
    ...(wrong.length === 0 && !validate(document) ? ['the schema refuses what stands around the elements'] : []),
    ...wrong.map((element) => `the schema refuses ${JSON.stringify(element)}`),
    ...(ids.size === graph.length ? [] : ['an address stands twice']),
    ...graph.flatMap((element) => lostAddresses(element, ids)),
  ];
}

type SpdxGraph = { readonly '@context': unknown; readonly '@graph': readonly Readonly<Record<string, unknown>>[] };

let compiled: ValidateFunction | undefined;

function compile(): ValidateFunction {
  const text = readFileSync(new URL('spdx-3.0.1.schema.json', import.meta.url), 'utf8');
  return new Ajv2020({ strict: false }).compile(JSON.parse(text) as object);
}

function lostAddresses(value: unknown, ids: ReadonlySet<unknown>): string[] {
  if (typeof value === 'object' && value !== null)
    return Object.values(value).flatMap((one) => lostAddresses(one, ids));
  const isAddress = typeof value === 'string' && /^(?:_:|urn:uuid:[0-9a-f-]{36}#)/.test(value);
  return isAddress && !ids.has(value) ? [`nothing is at ${value}`] : [];
}
