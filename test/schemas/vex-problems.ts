import { readFileSync } from 'node:fs';
import * as mandatory from '@secvisogram/csaf-validator-lib/mandatoryTests.js';
import * as schemas from '@secvisogram/csaf-validator-lib/schemaTests.js';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { cyclonedxProblems } from './validate.ts';
import { spdx3Problems } from './spdx3-problems.ts';

/** What the official schema of a format, and for CSAF 2.0 every mandatory test (6.1), has against a VEX document. */
export async function vexProblems(format: string, document: unknown): Promise<readonly string[]> {
  if (format === 'cyclonedx') return cyclonedxProblems(document, '1.6');
  if (format === 'spdx3') return spdx3Problems(document);
  return format === 'openvex' ? openvexProblems(document) : csafProblems(document);
}

let compiled: ValidateFunction | undefined;

function openvexProblems(document: unknown): readonly string[] {
  const validate = (compiled ??= compile());
  return validate(document)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function compile(): ValidateFunction {
  const ajv = new Ajv2020({ strict: false });
  formats.default(ajv);
  ajv.addFormat('iri', (text) => URL.canParse(text));
  const text = readFileSync(new URL('openvex-0.2.0.schema.json', import.meta.url), 'utf8');
  return ajv.compile(JSON.parse(text) as object);
}

async function csafProblems(document: unknown): Promise<readonly string[]> {
  const tests = [schemas.csaf_2_0_strict, ...Object.values(mandatory)];
  const results = await Promise.all(tests.map(async (one) => one(document)));
  return results.flatMap(({ isValid, errors = [] }, index) =>
    isValid
      ? []
      : [
          `${tests[index]?.name}: ${errors.map(({ instancePath, message }) => `${instancePath} ${message}`).join('; ')}`,
        ],
  );
}
