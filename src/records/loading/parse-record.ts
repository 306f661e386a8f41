import { decodeText, findUndecodable } from '../../base/decode-text.ts';
import { parseJson } from '../../base/formats/json/json.ts';
import { repeatedKeys } from '../../base/formats/json/json-places.ts';
import { parseRecordYaml } from '../../base/formats/yaml/record-yaml.ts';
import type { YamlProblem } from '../../base/formats/yaml/yaml.ts';
import { quote } from '../../base/quote.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { KeyPath, LinePlace } from '../../model/place.ts';

/** A record's file as the host gives it: bytes, or text that was decoded already. */
export type RecordContent = string | Uint8Array;

/** A record's value with its scalars as they were typed, or why there is none. */
export type ParsedRecord =
  | { readonly value: unknown; readonly typed: (keyPath: KeyPath) => string | undefined }
  | { readonly diagnostics: readonly Diagnostic[] };

/** Reads YAML, or JSON where the name says so; `help` is what to do when the file is no record at all. */
export function parseRecord(file: string, content: RecordContent, help: string): ParsedRecord {
  if (typeof content === 'string') return parseText(file, content, help);
  const text = decodeText(content);
  if (text !== undefined) return parseText(file, text, help);
  const { reason, at } = findUndecodable(content);
  return { diagnostics: [diagnose(file, help, { rule: 'encoding', message: reason, at, help: 'Save it as UTF-8.' })] };
}

function parseText(file: string, text: string, help: string): ParsedRecord {
  const refuse = (...faults: readonly Fault[]) => ({ diagnostics: faults.map((fault) => diagnose(file, help, fault)) });
  const json = file.endsWith('.json');
  if (text.length > (json ? largestJson : largestYaml)) {
    const message = `has ${(text.length / 1e6).toFixed(1)} million characters, more than any record`;
    return refuse({ rule: 'size', message });
  }
  const conflict = /^(?:<{7}|>{7})(?: |\r?$)/m.exec(text);
  if (conflict !== null) {
    const at = { line: text.slice(0, conflict.index).split('\n').length, column: 1 };
    const advice = json ? help : 'Decide between the two sides, and remove the lines of <, = and >.';
    return refuse({ rule: 'conflict', message: 'holds merge conflict markers', at, help: advice });
  }
  if (json) {
    const parsed = parseJson(text);
    if ('message' in parsed) return refuse({ rule: 'syntax', message: `is no JSON: ${parsed.message}`, at: parsed.at });
    const repeated = repeatedKeys(text, parsed.value).slice(0, mostTold);
    if (repeated.length === 0) return { value: parsed.value, typed: () => undefined };
    return refuse(
      ...repeated.map(({ key, at }) => ({ rule: 'duplicate-key', message: `holds the key ${quote(key)} twice`, at })),
    );
  }
  const yaml = parseRecordYaml(text);
  if (yaml.problems.length > 0) return refuse(...syntaxFaults(yaml.problems));
  return yaml.value === undefined || yaml.value === null
    ? refuse({ rule: 'syntax', message: 'is empty', at: { line: 1, column: 1 } })
    : { value: yaml.value, typed: yaml.typed };
}

/** In characters; no record of a person comes near, and a YAML text of this size is read in about a second. */
const largestYaml = 2 ** 20;
const largestJson = 64 * 2 ** 20;

type Fault = {
  readonly rule: string;
  /** What is wrong; the name of the file stands before it. */
  readonly message: string;
  readonly at?: Omit<LinePlace, 'file'>;
  readonly help?: string;
};

function diagnose(file: string, help: string, fault: Fault): Diagnostic {
  return {
    rule: `records/${fault.rule}`,
    severity: 'error',
    message: `${file} ${fault.message}`,
    place: { file, ...fault.at },
    help: fault.help ?? help,
  };
}

const mostTold = 5;

/** One fault of YAML makes more behind it: each line says one thing, and five are enough. */
function syntaxFaults(problems: readonly YamlProblem[]): readonly Fault[] {
  const byLine = new Map(problems.toReversed().map((problem) => [problem.at.line, problem]));
  return [...byLine.values()]
    .toSorted((a, b) => a.at.line - b.at.line)
    .slice(0, mostTold)
    .map(inOurWords);
}

function inOurWords({ message, help, at }: YamlProblem): Fault {
  if (message.endsWith('stands twice'))
    return {
      rule: 'duplicate-key',
      message: message.replace(/^the key (.*) stands twice$/s, 'holds the key $1 twice'),
      at,
      help,
    };
  if (message.startsWith('Source contains multiple documents')) {
    const advice = 'Keep one record a file: remove the line "---" and what follows it.';
    return { rule: 'syntax', message: 'holds several documents', at, help: advice };
  }
  if (message.startsWith('Unresolved tag')) {
    return { rule: 'syntax', message: `holds a tag without meaning (${message})`, at, help: 'Remove the tag.' };
  }
  return { rule: 'syntax', message: `is no YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}`, at, help };
}
