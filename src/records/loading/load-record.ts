import { checkSchema, type SchemaProblem } from '../../base/formats/schema.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { explainProblem } from './explain-problem.ts';
import { parseRecord, type RecordContent } from './parse-record.ts';
import { byHand, type RecordKind } from './record-kinds.ts';
import { valueAt } from '../../base/formats/value-at.ts';
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
  const broken = kind.faultOfSeal?.(parsed.value);
  if (broken !== undefined)
    return refuse(kind, { rule: 'seal', message: `${file} ${broken}`, place: { file, keyPath: ['content'] } });
  const checked = checkSchema(kind.schema, parsed.value, 'seldom');
  if (checked.ok) return { record: checked.value, diagnostics: [] };
  const { problems } = checked;
  const schema = jsonSchemaOf(kind.schema);
  const instead = kind.help === byHand ? undefined : kind.help;
  const faults = firstOf(problems).flatMap((problem) => explainProblem(problem, { file, schema, instead, ...parsed }));
  const [first] = faults;
  if (kind.faultOfSeal !== undefined && first !== undefined) {
    const message = `${file} was written by another version of Tureen: ${first.message}`;
    return refuse(kind, { rule: 'version', message, place: first.place });
  }
  const known = problems.every(({ unknownKeys }) => unknownKeys.length > 0)
    ? checkSchema(kind.schema, withoutKeys(parsed.value, problems), 'seldom')
    : checked;
  const record = known.ok ? known.value : undefined;
  return { record, diagnostics: [...faults, ...tooMany(problems, file, kind.help)] };
}

/** Nothing is taken of a file whose seal does not fit; where it fits and the schema has something against it, no person wrote that. */
function refuse(kind: RecordKind, fault: Pick<Diagnostic, 'rule' | 'message' | 'place'>): LoadedRecord<never> {
  const diagnostic: Diagnostic = { ...fault, rule: `records/${fault.rule}`, severity: 'error', help: kind.help };
  return { record: undefined, diagnostics: [diagnostic] };
}

/** A copy of a value without the keys that nobody knows. */
function withoutKeys(value: unknown, problems: readonly SchemaProblem[]): unknown {
  const copy: unknown = structuredClone(value);
  for (const { keyPath, unknownKeys } of problems) {
    const group = valueAt(copy, keyPath);
    if (typeof group === 'object' && group !== null) for (const key of unknownKeys) Reflect.deleteProperty(group, key);
  }
  return copy;
}

const mostFaults = 50;

/** The first problems, with no more unknown keys than are told: each costs a look through the known ones. */
function firstOf(problems: readonly SchemaProblem[]): readonly SchemaProblem[] {
  let left = mostFaults;
  return problems.flatMap((problem) => {
    if (left <= 0) return [];
    const unknownKeys = problem.unknownKeys.slice(0, left);
    left -= countOf(problem);
    return [{ ...problem, unknownKeys }];
  });
}

function tooMany(problems: readonly SchemaProblem[], file: string, help: string): readonly Diagnostic[] {
  const more = problems.reduce((sum, problem) => sum + countOf(problem), 0) - mostFaults;
  if (more <= 0) return [];
  const message = `and ${more} more faults in this file`;
  return [{ rule: 'records/size', severity: 'error', message, place: { file }, help }];
}

function countOf({ unknownKeys }: SchemaProblem): number {
  return Math.max(1, unknownKeys.length);
}
