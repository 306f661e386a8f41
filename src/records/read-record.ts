import type { z } from 'zod';
import { checkSchema, type SchemaProblem } from '../base/schema.ts';
import { parseYaml, type LocatedYaml } from '../base/yaml.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { knownKeys, nearest } from './known-keys.ts';

/** A record that passed its schema, or what is wrong with it. */
export type ReadRecord<T> = { readonly record: T | undefined; readonly problems: readonly Diagnostic[] };

/** Reads one YAML or JSON record; each fault is a diagnostic at its key. */
export function readRecord<T>(file: string, text: string, schema: z.ZodType<T>): ReadRecord<T> {
  if (text.trim() === '') return refused([syntax(file, 'the file is empty', 'Fill it, or remove it.')]);
  const yaml = read(text);
  if (yaml === undefined) return refused([syntax(file, 'it is nested more deeply than any record', 'Restore the file from git.')]);
  if (yaml.problems.length > 0) {
    return refused(yaml.problems.slice(0, 5).map(({ message, help, at }) => ({ ...syntax(file, message, help), place: { file, ...at } })));
  }
  const checked = checkSchema(schema, yaml.value);
  if (checked.ok) return { record: checked.value, problems: [] };
  return refused(checked.problems.flatMap((problem) => diagnose(file, yaml, schema, problem)));
}

function refused(problems: readonly Diagnostic[]): ReadRecord<never> {
  return { record: undefined, problems };
}

/** A text that is nested too deeply ends the parser's stack; it is no record. */
function read(text: string): LocatedYaml | undefined {
  try {
    return parseYaml(text);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function syntax(file: string, message: string, help: string): Diagnostic {
  return { rule: 'records/syntax', severity: 'error', message: `${file} cannot be read: ${message}`, place: { file }, help };
}

function diagnose(file: string, yaml: LocatedYaml, schema: z.ZodType, problem: SchemaProblem): Diagnostic[] {
  const { keyPath, message, unknownKeys } = problem;
  if (unknownKeys.length > 0) {
    return unknownKeys.map((key) => ({
      rule: 'records/unknown-key',
      severity: 'error',
      message: `there is no key "${key}" ${keyPath.length === 0 ? 'here' : `in "${keyPath.join('.')}"`}`,
      place: { file, keyPath: [...keyPath, key] },
      help: suggestion(schema, keyPath, key),
    }));
  }
  const name = keyPath.length === 0 ? file : `"${keyPath.join('.')}"`;
  return [
    { rule: 'records/schema', severity: 'error', message: `${name} ${wording(message)}`, place: { file, keyPath }, help: quoting(yaml, problem) },
  ];
}

function suggestion(schema: z.ZodType, keyPath: SchemaProblem['keyPath'], key: string): string {
  const known = knownKeys(schema, keyPath);
  const meant = nearest(key, known);
  if (meant !== undefined) return `Did you mean "${meant}"?`;
  return `Take the key out, or use one of ${known.join(', ')}.`;
}

const kinds: Readonly<Record<string, string>> = { string: 'text', array: 'a list', object: 'a set of keys', boolean: 'true or false', undefined: 'nothing' };

/** Says in our words what the schema library says in its own. */
function wording(message: string): string {
  const [, expected = '', received = ''] = /^Invalid input: expected (\w+), received (\w+)$/.exec(message) ?? [];
  if (expected === '') return message.replace(/^Invalid option: expected one of /, 'is none of ').replaceAll('|', ', ');
  if (received === 'undefined') return 'is missing';
  return `is ${kinds[received] ?? `a ${received}`} where ${kinds[expected] ?? `a ${expected}`} is wanted`;
}

/** A version such as 1.10 reads as the number 1.1 unless it is quoted; `no` and dates are read as they look. */
function quoting(yaml: LocatedYaml, { keyPath, message }: SchemaProblem): string {
  const typed = yaml.typed(keyPath);
  if (message.includes('expected string, received') && typed !== undefined) return `Put it in quotes: '${typed}'.`;
  return 'Correct the value; the schema in schemas/ and docs/reference/records.md say what is allowed.';
}
