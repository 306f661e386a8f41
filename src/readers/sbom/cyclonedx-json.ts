import { parseJson } from '../../base/json.ts';
import { shapeProblems, syntaxProblem, unreadable } from '../../base/reading.ts';
import { checkSchema } from '../../base/schema.ts';
import type { Reader } from '../../model/reader.ts';
import { readBom } from './cyclonedx-bom.ts';
import { bomSchema } from './cyclonedx-schema.ts';
import { nameDocument } from './foreign-document.ts';

/** Reads CycloneDX JSON 1.2 to 1.7 (ECMA-424); a later 1.x is read with a warning. */
export const cyclonedxJson: Reader = {
  name: 'cyclonedx-json',
  title: 'CycloneDX JSON 1.2 to 1.7',
  capabilities: { scope: true, graph: true, hashes: true, licence: true, direct: true },
  read: ({ path, text }) => {
    const json = parseJson(text);
    if ('message' in json) return unreadable(syntaxProblem(path, json.message, json.at));
    const bom = checkSchema(bomSchema, json.value);
    if (bom.ok) return readBom(path, bom.value, json.lineOf);
    if (!bom.problems.some(({ keyPath }) => keyPath.length === 0 || keyPath[0] === 'bomFormat'))
      return unreadable(...shapeProblems(path, bom.problems, json.lineOf));
    return unreadable({
      ...syntaxProblem(path, `it is ${nameDocument(json.value)}, not CycloneDX`, { line: 1 }),
      help: 'Export the bill of materials as CycloneDX JSON, or list the file under `ignore` in tureen.yaml.',
    });
  },
};
