import { parsePlainYaml, type PlainDocument } from '../../base/formats/yaml/plain-yaml.ts';
import { quote } from '../../base/quote.ts';
import { syntaxProblem } from '../../base/reading.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';

/** Reads a YAML file that a program wrote as one document without repeated keys, or tells why it is none. */
export function singleDocument(file: string, text: string): PlainDocument | Diagnostic {
  const documents = parsePlainYaml(text);
  if ('message' in documents) return syntaxProblem(file, documents.message, documents.at);
  const [document, ...others] = documents;
  if (document === undefined || others.length > 0) return syntaxProblem(file, 'it holds more than one document');
  const [twice] = document.repeated;
  return twice === undefined
    ? document
    : syntaxProblem(file, `the key ${quote(twice.key)} stands twice`, { line: twice.line });
}
