import type { KeyPath } from '../../model/place.ts';
import { meaningOf } from './key-meanings.ts';
import { schemaAt, type JsonSchema } from './schema-at.ts';

/** Says what to write for a key that is missing: what it means, and the line as it may look. */
export function adviseMissingKey(keyPath: KeyPath, wanted: readonly JsonSchema[]): string {
  const names = keyPath.filter((part) => typeof part === 'string');
  const [group, key = ''] = names.length > 1 ? names.slice(-2) : [undefined, names[0]];
  const options = optionsOf(wanted);
  const about = wanted.find(({ description }) => description !== undefined)?.description;
  const known = meaningOf(group, key);
  const means = about ?? known?.means;
  if (options.length > 0 && options.every((option) => typeof option !== 'boolean'))
    return `Write it: one of ${options.join(', ')}.`;
  const line = `\`${key}: ${exampleOf(wanted, group, key)}\``;
  if (means === undefined) return `Write it, such as ${line}.`;
  return `Write it: ${means.includes('such as') ? means : `${means}, such as ${line}`}.`;
}

/** The values that a schema allows, where it counts them. */
export function optionsOf(wanted: readonly JsonSchema[]): readonly unknown[] {
  return [...new Set(wanted.flatMap(({ enum: several, const: one }) => several ?? (one === undefined ? [] : [one])))];
}

/** A value as it may stand behind the key; a group of keys stands in braces, with those that it must have. */
function exampleOf(wanted: readonly JsonSchema[], group: string | undefined, key: string): string {
  const [shape] = wanted;
  const [option] = textsOf(optionsOf(wanted));
  if (option !== undefined) return option;
  const example = textsOf(shape?.examples ?? [])[0] ?? meaningOf(group, key)?.example;
  if (shape?.type === 'array') return `[${example ?? exampleOf(schemaAt(shape, [], [0]), undefined, key)}]`;
  if (shape?.type === 'object') {
    if (example !== undefined) return example;
    const keys = (shape.required ?? []).map(
      (inner) => `${inner}: ${exampleOf(schemaAt(shape, {}, [inner]), key, inner)}`,
    );
    return keys.length === 0 ? '{ … }' : `{ ${keys.join(', ')} }`;
  }
  if (example !== undefined) return quoted(example);
  if (shape?.type === 'boolean') return 'true';
  if (shape?.type === 'number' || shape?.type === 'integer') return '1';
  return shape?.format === 'date' ? '2026-11-01' : '…';
}

function textsOf(values: readonly unknown[]): readonly string[] {
  return values.flatMap((value) =>
    typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number' ? [`${value}`] : [],
  );
}

/** In quotes where YAML would read something else. */
function quoted(text: string): string {
  return /^[\w./]$|^[\w./][^:#,[\]{}]*$|^[\w.+/-]+:[^\s#,[\]{}]*$/.test(text)
    ? text
    : `'${text.replaceAll("'", "''")}'`;
}
