import { checkSchema, type SchemaProblem } from '../base/formats/schema.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { KeyPath } from '../model/place.ts';
import { explainProblem } from './explain-problem.ts';
import { parseRecord, type RecordContent } from './parse-record.ts';
import type { RecordKind } from './record-kinds.ts';
import { jsonSchemaOf } from './schema-at.ts';

/** A record, where its file could be used, and everything that is wrong with the file. */
export type LoadedRecord<T> = { readonly record: T | undefined; readonly diagnostics: readonly Diagnostic[] };

/**
 * Passes one file through the schema of its kind; unknown keys are faults, but the rest of the record counts. Bytes that are
 * given a second time are not read a second time.
 */
export function loadRecord<T>(kind: RecordKind<T>, file: string, content: RecordContent): LoadedRecord<T> {
  if (typeof content === 'string') return load(kind, file, content);
  const known = loads.get(content);
  // The kind is that of the record's type.
  if (known?.kind === kind && known.file === file) return known.loaded as LoadedRecord<T>;
  const loaded = load(kind, file, content);
  loads.set(content, { kind, file, loaded });
  return loaded;
}

type Load = { readonly kind: RecordKind; readonly file: string; readonly loaded: LoadedRecord<unknown> };
const loads = new WeakMap<Uint8Array, Load>();

function load<T>(kind: RecordKind<T>, file: string, content: RecordContent): LoadedRecord<T> {
  const parsed = parseRecord(file, content, kind.help);
  if ('diagnostics' in parsed) return { record: undefined, diagnostics: parsed.diagnostics };
  const checked = checkSchema(kind.schema, parsed.value);
  if (checked.ok) return { record: checked.value, diagnostics: [] };
  const { problems } = checked;
  const schema = jsonSchemaOf(kind.schema);
  const faults = problems.flatMap((problem) => explainProblem(problem, { file, schema, ...parsed }));
  const known = problems.every(({ unknownKeys }) => unknownKeys.length > 0)
    ? checkSchema(kind.schema, problems.reduce(withoutKeys, parsed.value))
    : checked;
  return { record: known.ok ? known.value : undefined, diagnostics: bounded(faults, file, kind.help) };
}

function withoutKeys(value: unknown, { keyPath, unknownKeys }: SchemaProblem): unknown {
  return mapAt(value, keyPath, (record) =>
    Object.fromEntries(Object.entries(record).filter(([key]) => !unknownKeys.includes(key))),
  );
}

function mapAt(value: unknown, [key, ...rest]: KeyPath, change: (record: object) => unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (key === undefined) return change(value);
  if (Array.isArray(value))
    return value.map((entry: unknown, index) => (index === key ? mapAt(entry, rest, change) : entry));
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [
      name,
      name === key ? mapAt(entry, rest, change) : (entry as unknown),
    ]),
  );
}

const mostFaults = 50;

function bounded(faults: readonly Diagnostic[], file: string, help: string): readonly Diagnostic[] {
  if (faults.length <= mostFaults) return faults;
  const more = faults.length - mostFaults;
  return [
    ...faults.slice(0, mostFaults),
    { rule: 'records/size', severity: 'error', message: `and ${more} more faults in this file`, place: { file }, help },
  ];
}
