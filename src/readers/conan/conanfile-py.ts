import { quote } from '../../base/quote.ts';
import { entryProblem, syntaxProblem } from '../../base/reading.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { LinePlace } from '../../model/place.ts';
import { parseReference } from './conan-reference.ts';
import { pythonTokens, type PythonToken } from './python-tokens.ts';
import type { Conanfile, ConanRequirement } from './conan-requirement.ts';
import { scopeOfRequirement } from './requirement-words.ts';

/** Reads the references that stand as literals in a conanfile.py; what code makes is told as such. */
export function readRecipe(file: string, text: string): Conanfile {
  const tokens = pythonTokens(text);
  if ('message' in tokens) return { requirements: [], diagnostics: [syntaxProblem(file, tokens.message, tokens.at)] };
  const requirements: ConanRequirement[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, { kind, text: word }] of tokens.entries()) {
    if (kind !== 'word' || !scopeOfRequirement.has(word)) continue;
    for (const { text: written, line, isLiteral, isOverride } of valuesAt(tokens, index)) {
      const reference = isLiteral ? parseReference(written) : undefined;
      if (reference !== undefined && isOverride) diagnostics.push(overrideNote(written, { file, line }));
      else if (reference !== undefined) requirements.push({ reference, word, line });
      else
        diagnostics.push(
          entryProblem(
            { file, line },
            `${word} ${quote(written)} is made by code, so nobody can read what it is`,
            help,
          ),
        );
    }
  }
  return { requirements, diagnostics };
}

const help = 'Run conan lock create and commit conan.lock, which tells what the code came to.';

/** An override decides the version of what another package brings in, and asks for nothing itself. */
function overrideNote(written: string, at: LinePlace): Diagnostic {
  const message = `${quote(written)} overrides a version; whether anything brings that package in is not told here`;
  return { ...entryProblem(at, message, help), severity: 'note' };
}

type Value = {
  readonly text: string;
  readonly line: number;
  readonly isLiteral: boolean;
  readonly isOverride: boolean;
};

/** The references behind a word: those of an attribute of the class, or the first argument of a call on `self`. */
function valuesAt(tokens: readonly PythonToken[], index: number): readonly Value[] {
  const textAt = (offset: number) => tokens[index + offset]?.text;
  if (textAt(-1) === '.' && textAt(-2) === 'self') {
    const open = textAt(1) === '.' && textAt(2) === 'add' ? 3 : 1;
    return textAt(open) === '(' ? callAt(tokens, index + open + 1) : [];
  }
  const isAttribute = textAt(-1) === '\n' && textAt(1) === '=' && textAt(2) !== '=';
  return isAttribute ? attributeAt(tokens, index + 2) : [];
}

function callAt(tokens: readonly PythonToken[], start: number): readonly Value[] {
  const [first, second] = [tokens[start], tokens[start + 1]];
  if (first === undefined || first.text === ')') return [];
  const isLiteral = first.kind === 'string' && (second?.text === ',' || second?.text === ')');
  if (isLiteral) return [{ text: first.text, line: first.line, isLiteral, isOverride: overrides(tokens, start) }];
  const words: string[] = [];
  for (let at = start, depth = 0; at < tokens.length && at < start + 30; at++) {
    const text = tokens[at]?.text ?? '';
    if (text === '(') depth++;
    if (text === ')' && --depth < 0) break;
    if (text === ',' && depth === 0) break;
    words.push(text);
  }
  const written = words.join('');
  return written === 'self.tested_reference_str'
    ? []
    : [{ text: written, line: first.line, isLiteral: false, isOverride: false }];
}

/** Whether a call says `override=True` before it ends. */
function overrides(tokens: readonly PythonToken[], start: number): boolean {
  for (let at = start, depth = 0; at < tokens.length && at < start + 100; at++) {
    const text = tokens[at]?.text ?? '';
    if (text === '(') depth++;
    if (text === ')' && --depth < 0) return false;
    if (depth === 0 && text === 'override' && tokens[at + 1]?.text === '=') return tokens[at + 2]?.text === 'True';
  }
  return false;
}

/** Strings alone or in lists and tuples; in a pair of Conan 1 the second one, such as `override`, is no reference. */
function attributeAt(tokens: readonly PythonToken[], start: number): readonly Value[] {
  const values: Value[] = [];
  for (let at = start; at < tokens.length; at++) {
    const { kind, text, line } = tokens[at] ?? { kind: 'sign', text: '\n', line: 0 };
    if (text === '\n' && kind === 'sign') break;
    const isJoined = tokens[at + 1]?.text === '%' || tokens[at + 1]?.text === '.' || tokens[at + 1]?.text === '+';
    const isOverride =
      tokens[at + 1]?.text === ',' && tokens[at + 2]?.kind === 'string' && tokens[at + 2]?.text === 'override';
    if (kind === 'string' && text.includes('/')) values.push({ text, line, isLiteral: !isJoined, isOverride });
    else if (kind === 'made' || (kind === 'word' && text !== 'None'))
      values.push({ text, line, isLiteral: false, isOverride: false });
  }
  return values;
}
