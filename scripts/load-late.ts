/**
 * Loads a schema where it is asked for, not where the file that may ask for it is loaded. Throws where code that a bundler wrote
 * loads one in another way than is understood here: it would be loaded with each start, or be missing.
 */
export function loadLate(file: string, code: string): string {
  let late = code;
  for (const [line, name = '', load = ''] of code.matchAll(loading))
    late = late.replace(line, '').replaceAll(`${name}.`, `${load}.`);
  const left = late.split('\n').find((line) => loadsAnother.test(line));
  if (left === undefined) return late;
  throw new Error(`${file} loads a schema in a way that is not rewritten: ${left.slice(0, 200)}`);
}

/** The line by which the bundler loads a file of schemas for all that stands below. */
const loading = /^const (require_schema_\w+) = (require\(".*"\));\n/gm;

/** What is left of that where it was written otherwise. */
const loadsAnother = /\brequire_schema_|^(?:const|let|var) [^=]*= require\("[^"]*\bschema-[^"]*"\);$/;
