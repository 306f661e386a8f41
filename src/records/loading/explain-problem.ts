import { valueAt } from '../../base/formats/value-at.ts';
import type { SchemaProblem } from '../../base/formats/schema.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { KeyPath } from '../../model/place.ts';
import { adviseMissingKey, optionsOf } from './advise-missing-key.ts';
import { nearestKey } from '../../base/nearest-key.ts';
import { schemaAt, type JsonSchema } from './schema-at.ts';

/** The record that a problem was found in, and what its kind allows. */
export type Examined = {
  readonly file: string;
  readonly value: unknown;
  /** A scalar as the person typed it, such as `1.10`, which reads as the number 1.1. */
  readonly typed: (keyPath: KeyPath) => string | undefined;
  readonly schema: JsonSchema;
  /** Of a record that is generated: what to do instead of writing a key. */
  readonly instead?: string | undefined;
};

/** Says what a schema has against a record in the words of the person who wrote it. */
export function explainProblem({ keyPath, message, unknownKeys }: SchemaProblem, record: Examined): Diagnostic[] {
  const { file, schema, value } = record;
  const wanted = schemaAt(schema, value, keyPath);
  if (unknownKeys.length > 0) {
    const known = [...new Set(wanted.flatMap(({ properties }) => Object.keys(properties ?? {})))];
    return unknownKeys.map((key) => explainUnknownKey(file, [...keyPath, key], key, known));
  }
  const { rule, text, help } = explainValue(wanted, valueAt(value, keyPath), keyPath, record, message);
  return [{ rule: `records/${rule}`, severity: 'error', message: text, place: { file, keyPath }, help }];
}

function explainUnknownKey(file: string, keyPath: KeyPath, key: string, known: readonly string[]): Diagnostic {
  const near = nearestKey(key, known);
  return {
    rule: 'records/unknown-key',
    severity: 'error',
    message: `${shown(key)} is no key of this record`,
    place: { file, keyPath },
    help: near === undefined ? `The keys here are ${known.join(', ')}.` : `Did you mean "${near}"?`,
  };
}

type Explanation = { readonly rule: string; readonly text: string; readonly help: string };

function explainValue(
  wanted: readonly JsonSchema[],
  given: unknown,
  keyPath: KeyPath,
  { typed, instead }: Examined,
  message: string,
): Explanation {
  const name = keyPath.length === 0 ? 'the file' : `"${keyPath.join('.')}"`;
  if (given === undefined) {
    const help = instead ?? adviseMissingKey(keyPath, wanted);
    return { rule: 'missing-key', text: `${name} is missing`, help };
  }
  const options = optionsOf(wanted);
  if (given === null) return { rule: 'empty', text: `${name} has no value`, help: emptyHelp(typed(keyPath)) };
  if (options.length > 0 && typeof given !== 'object' && !options.some((option) => option === given)) {
    const words = options.filter((option) => typeof option === 'string');
    const near = typeof given === 'string' ? nearestKey(given, words) : undefined;
    const guess = near === undefined ? '' : `Did you mean "${near}"? `;
    return { rule: 'value', text: `${name} is ${shown(given)}`, help: `${guess}Write one of: ${options.join(', ')}.` };
  }
  if (!wanted.some((shape) => fits(given, shape.type))) return explainType(wanted, given, name, typed(keyPath));
  const [what, ...advice] = (refusals.find(([start]) => message.startsWith(start))?.[1] ?? message).split('; ');
  const subject = typeof given === 'object' ? name : `${name}: ${shown(given)}`;
  return { rule: 'value', text: `${subject} ${what}`, help: sentence(advice.join('; ') || 'Mend the value') };
}

/** What zod says where a schema has no words of its own, in ours. */
const refusals: readonly (readonly [string, string])[] = [
  ['Invalid email', 'is no email address; write it as name@example.org'],
  ['Invalid URL', 'is no address; write it with its scheme, such as https://example.org'],
  ['Invalid ISO datetime', 'is no instant; write YYYY-MM-DDThh:mm:ssZ'],
  ['Invalid ISO date', 'is no day; write YYYY-MM-DD'],
  ['Invalid string', 'does not have the form that is wanted; compare it with an example in the documentation'],
  ['Too small: expected array', 'is an empty list; write at least one entry'],
  ['Too small: expected number', 'is too small; write a larger number'],
];

function emptyHelp(typedText: string | undefined): string {
  return typedText === undefined || typedText === ''
    ? 'Write a value, or leave the key out.'
    : `YAML reads ${typedText} as no value: put it in quotes when the text is meant, or leave the key out.`;
}

function explainType(
  wanted: readonly JsonSchema[],
  given: unknown,
  name: string,
  typedText: string | undefined,
): Explanation {
  const types = [...new Set(wanted.flatMap(({ type }) => type ?? 'object'))];
  const text = `${name} is ${described(given, typedText)}; ${types.map((type) => typeNames[type] ?? type).join(' or ')} is wanted`;
  return { rule: 'type', text, help: typeHelp(types, given, typedText ?? shown(given), wanted) };
}

function typeHelp(types: readonly string[], given: unknown, typedText: string, wanted: readonly JsonSchema[]): string {
  if (types.includes('string') && typeof given !== 'object') return `Write '${typedText}' in quotes.`;
  if (types.includes('array')) return "Write each entry on a line of its own that begins with '- '.";
  if (types.includes('object'))
    return `Write its keys on lines below it, indented: ${wanted.flatMap(({ properties }) => Object.keys(properties ?? {})).join(', ')}.`;
  if (types.includes('boolean')) return 'Write true or false, without quotes.';
  return types.includes('string') ? 'Write one text.' : 'Write a number, without quotes or unit.';
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
};

function described(given: unknown, typedText: string | undefined): string {
  if (typeof given === 'object') return Array.isArray(given) ? 'a list' : 'a group of keys';
  if (typeof given === 'string') return `the text ${shown(given)}`;
  const kind = typeof given === 'number' ? `the number ${given}` : `the truth value ${shown(given)}`;
  return typedText === undefined || typedText === shown(given) ? kind : `typed ${typedText}, which reads as ${kind}`;
}

function fits(given: unknown, type: JsonSchema['type']): boolean {
  if (type === 'integer') return Number.isInteger(given);
  if (type === 'array') return Array.isArray(given);
  if (type === 'object') return typeof given === 'object' && !Array.isArray(given);
  return type === undefined || typeof given === type;
}

/** A foreign value for a message: escaped and short. */
function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…"` : text;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
