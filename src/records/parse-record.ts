import { decodeText } from '../base/decode-text.ts';
import { parseJson } from '../base/json.ts';
import { parseYaml, type YamlProblem } from '../base/yaml.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { KeyPath, LinePlace } from '../model/place.ts';

/** A record's file as the host gives it: bytes, or text that was decoded already. */
export type RecordContent = string | Uint8Array;

/** A record's value with its scalars as they were typed, or why there is none. */
export type ParsedRecord =
  | { readonly value: unknown; readonly typed: (keyPath: KeyPath) => string | undefined }
  | { readonly diagnostics: readonly Diagnostic[] };

/** Reads YAML, or JSON where the name says so; `help` is what to do when the file is no record at all. */
export function parseRecord(file: string, content: RecordContent, help: string): ParsedRecord {
  const refuse = (rule: string, message: string, at?: Omit<LinePlace, 'file'>, advice = help): ParsedRecord => ({
    diagnostics: [
      { rule, severity: 'error', message, place: at === undefined ? { file } : { file, ...at }, help: advice },
    ],
  });
  const text = typeof content === 'string' ? content : decodeText(content);
  if (text === undefined)
    return refuse(
      'records/encoding',
      `"${file}" is not UTF-8 text`,
      undefined,
      'Save it as UTF-8, or restore it from git.',
    );
  const json = file.endsWith('.json');
  if (text.length > (json ? largestJson : largestYaml))
    return refuse(
      'records/size',
      `"${file}" has ${(text.length / 1e6).toFixed(1)} million characters, more than any record`,
    );
  const conflict = /^(?:<{7}|>{7})(?: |\r?$)/m.exec(text);
  if (conflict !== null)
    return refuse(
      'records/conflict',
      'a merge conflict was left in the file',
      { line: text.slice(0, conflict.index).split('\n').length, column: 1 },
      json ? help : 'Decide between the two sides and remove the marker lines.',
    );
  if (!json) return parseYamlRecord(file, text, help);
  const parsed = parseJson(text);
  return 'message' in parsed
    ? refuse('records/syntax', `no JSON: ${parsed.message}`, parsed.at)
    : { value: parsed.value, typed: () => undefined };
}

/** No record comes near; a YAML text of this size is read in about a second. */
const largestYaml = 2 ** 20;
const largestJson = 64 * 2 ** 20;

function parseYamlRecord(file: string, text: string, help: string): ParsedRecord {
  const yaml = parseYaml(text);
  const fault = (message: string, advice: string, place: Diagnostic['place']): Diagnostic => ({
    rule: 'records/syntax',
    severity: 'error',
    message,
    place,
    help: advice,
  });
  const deep = yaml.problems.find(({ message }) => message.startsWith('Maximum call stack'));
  if (deep !== undefined)
    return { diagnostics: [fault('it is nested more deeply than any record', help, { file, ...deep.at })] };
  if (yaml.problems.length > 0)
    return {
      diagnostics: firstOfEachLine(yaml.problems).map((problem) => {
        const { message, help: advice } = inOurWords(problem, text);
        return fault(message, advice, { file, ...problem.at });
      }),
    };
  if (yaml.value === undefined || yaml.value === null)
    return { diagnostics: [fault('the file is empty', help, { file, line: 1, column: 1 })] };
  return { value: yaml.value, typed: yaml.typed };
}

/** One fault of YAML makes more behind it: each line says one thing, and five are enough. */
function firstOfEachLine(problems: readonly YamlProblem[]): readonly YamlProblem[] {
  const byLine = new Map(problems.toReversed().map((problem) => [problem.at.line, problem]));
  return [...byLine.values()].toReversed().slice(0, 5);
}

function inOurWords(
  { message, help, at }: YamlProblem,
  text: string,
): { readonly message: string; readonly help: string } {
  if (message.startsWith('Map keys must be unique')) {
    const line = text.split('\n')[at.line - 1] ?? '';
    const key = /^[^:]{1,80}/.exec(line.slice((at.column ?? 1) - 1))?.[0] ?? '';
    return { message: `the key "${key.trim()}" stands twice`, help };
  }
  if (message.startsWith('Source contains multiple documents'))
    return {
      message: 'the file holds several documents',
      help: 'Keep one record a file: remove the line "---" and what follows.',
    };
  if (message.startsWith('Unresolved tag'))
    return { message: `a tag has no meaning here (${message})`, help: 'Remove the tag; records need none.' };
  return { message: `no YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}`, help };
}
