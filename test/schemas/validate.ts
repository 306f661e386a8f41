import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import formats from 'ajv-formats';
import { validateXML } from 'xmllint-wasm';

/** What the official schema of CycloneDX, 1.2 to 1.7, has against a document; empty when it is valid. */
export function cyclonedxProblems(document: unknown, spec: string): readonly string[] {
  return problems(`cyclonedx ${spec}`, document, () => {
    const ajv = withFormats(new Ajv({ strict: false }));
    for (const name of ['spdx', 'jsf-0.82', 'cryptography-defs']) {
      const file = `${name}.SNAPSHOT.schema.json`;
      ajv.addSchema(readSchema(`${library}${file}`), `http://cyclonedx.org/schema/${file}`);
    }
    return ajv.compile(readSchema(`${library}bom-${spec}.SNAPSHOT.schema.json`));
  });
}

/** What the official XML schema of CycloneDX, 1.4 to 1.7, has against documents; empty when all are valid. */
export async function cyclonedxXmlProblems(texts: readonly string[], spec: string): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: texts.map((contents, at) => ({ fileName: `${at}.xml`, contents })),
    schema: [readText(`${library}bom-${spec}.SNAPSHOT.xsd`)],
    preload: [{ fileName: 'spdx.SNAPSHOT.xsd', contents: readText(`${library}spdx.SNAPSHOT.xsd`) }],
    maxMemoryPages: 16_384,
  });
  return errors.map(({ message }) => message);
}

/** What the official schema of SPDX 2.3 has against a document; empty when it is valid. */
export function spdxProblems(document: unknown): readonly string[] {
  return problems('spdx 2.3', document, () =>
    withFormats(new Ajv2019({ strict: false })).compile(readSchema('spdx-2.3.schema.json')),
  );
}

const library = '../../node_modules/@cyclonedx/cyclonedx-library/res/schema/';
const compiled = new Map<string, ValidateFunction>();

function problems(name: string, document: unknown, compile: () => ValidateFunction): readonly string[] {
  const validate = compiled.get(name) ?? compile();
  compiled.set(name, validate);
  if (validate(document)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** Adds the formats of JSON Schema, with the two that ajv-formats lacks: an IRI is a URI once its letters are escaped. */
function withFormats<T extends Ajv | Ajv2019>(ajv: T): T {
  formats.default(ajv);
  const isUriReference = ajv.compile({ type: 'string', format: 'uri-reference' });
  ajv.addFormat('iri-reference', (text) => isUriReference(text.replace(/[^\u0000-\u007f]+/g, encodeURIComponent)));
  ajv.addFormat('idn-email', (text) => /^[^\s@]+@[^\s@]+$/.test(text));
  return ajv;
}

function readSchema(path: string): object {
  return JSON.parse(readText(path)) as object;
}

function readText(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}
