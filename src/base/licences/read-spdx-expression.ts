import { counted } from '../counted.ts';
import { onceForText } from '../remembering/once-for-text.ts';
import { quote } from '../quote.ts';
import { spdxExceptionIds, spdxLicenceIds } from './generated/spdx-license-ids.ts';
import { spellTerm, type LicenceTerm, type SpdxExpression } from './spdx-expression.ts';

/** What keeps a text from being an expression: where, counted in characters from 0, what, and what to do. */
export type SpdxProblem = {
  readonly offset: number;
  readonly length: number;
  readonly message: string;
  readonly help: string;
};

/** An expression, or what is wrong with the text. */
type ReadExpression = {
  readonly expression: SpdxExpression | undefined;
  readonly problems: readonly SpdxProblem[];
};

/** Reads an SPDX licence expression and tells of each problem where it stands; after the first twenty it stops. */
export const readSpdxExpression = onceForText((text): ReadExpression => {
  const state: State = { words: [], operands: 0, lastId: '', references: [], postfix: [], waiting: [], problems: [] };
  let expected: Expected = 'licence';
  let depth = 0;
  for (const match of text.matchAll(/[()]|[^\s()]+/g)) {
    const [word] = match;
    depth += word === '(' ? 1 : word === ')' ? -1 : 0;
    expected = take(state, word, match.index, depth < 0 ? 'nothing' : expected);
    if (depth < 0) depth = 0;
    if (state.problems.length >= mostProblems) return { expression: undefined, problems: state.problems };
  }
  if (expected === 'licence' || expected === 'exception') tell(state, text.length, '', unfinished(expected, text));
  if (depth > 0)
    tell(state, text.length, '', [
      `${counted(depth, 'bracket is', 'brackets are')} not closed`,
      'Write the missing ")".',
    ]);
  if (state.problems.length > 0) return { expression: undefined, problems: state.problems };
  const { words, references, lastId } = state;
  return {
    expression: {
      text: words.join(' ').replaceAll('( ', '(').replaceAll(' )', ')'),
      id: state.operands === 1 && state.postfix.length === 1 ? licenceIds.get(lastId.toLowerCase()) : undefined,
      references: [...new Set(references)],
      postfix: [...state.postfix, ...state.waiting.toReversed().filter((one) => one !== '(')],
    },
    problems: [],
  };
});

const mostProblems = 20;

/** What may stand next; after an exception or a bracket everything but WITH, after one bracket too many nothing. */
type Expected = 'licence' | 'exception' | 'anything' | 'connective' | 'nothing';

type State = {
  readonly words: string[];
  operands: number;
  lastId: string;
  readonly references: string[];
  readonly postfix: (LicenceTerm | 'AND' | 'OR')[];
  readonly waiting: ('AND' | 'OR' | '(')[];
  readonly problems: SpdxProblem[];
};

function take(state: State, word: string, offset: number, expected: Expected): Expected {
  const wrong = (next: Expected, said: readonly [string, string]): Expected => {
    tell(state, offset, word, said);
    return next;
  };
  if (expected === 'nothing')
    return wrong('connective', ['")" closes a bracket that was never opened', 'Take it out, or write the "(".']);
  if (expected === 'exception') return takeException(state, word, offset);
  if (expected === 'licence') {
    if (word === '(') {
      state.words.push(word);
      state.waiting.push('(');
      return 'licence';
    }
    return takeLicence(state, word, offset);
  }
  if (word === ')') {
    state.words.push(word);
    for (let top = state.waiting.pop(); top !== undefined && top !== '('; top = state.waiting.pop())
      state.postfix.push(top);
    return 'connective';
  }
  if (word === '(' || isLicence(word))
    return wrong(word === '(' ? 'licence' : 'anything', [
      `${quote(word)} follows a licence without AND or OR`,
      'Write AND where both hold, OR where one may be chosen.',
    ]);
  const operator = operators.get(word);
  if (operator === undefined) return wrong('licence', [`${quote(word)} is no operator`, operatorHelp(word)]);
  if (operator === 'WITH') {
    if (expected === 'connective')
      return wrong('exception', [
        'WITH follows no licence',
        'An exception belongs to one licence: write it behind its identifier.',
      ]);
    state.words.push(operator);
    return 'exception';
  }
  if (operator === 'OR' && state.waiting.at(-1) === 'AND') {
    state.waiting.pop();
    state.postfix.push('AND');
  }
  if (state.waiting.at(-1) === operator) state.postfix.push(operator);
  else state.waiting.push(operator);
  state.words.push(operator);
  return 'licence';
}

function takeLicence(state: State, word: string, offset: number): Expected {
  const term = termOf(word);
  if (term === undefined) {
    const [next, message, help] = whyNoLicence(word);
    tell(state, offset, word, [message, help]);
    return next;
  }
  if (reference.test(word)) state.references.push(word);
  state.operands += 1;
  state.lastId = spellTerm(term);
  state.words.push(state.lastId);
  state.postfix.push(term);
  return 'anything';
}

function takeException(state: State, word: string, offset: number): Expected {
  const exception = additionReference.test(word) ? word : exceptionIds.get(word.toLowerCase());
  const licence = state.postfix.pop();
  if (exception === undefined || typeof licence !== 'object') {
    tell(state, offset, word, [
      `${quote(word)} is no exception of the SPDX list`,
      isLicence(word)
        ? 'It is a licence: join licences with AND or OR.'
        : 'Write one as the list spells it, such as Classpath-exception-2.0; name one of your own AdditionRef-, such as AdditionRef-Vendor.',
    ]);
    if (typeof licence === 'object') state.postfix.push(licence);
    return 'connective';
  }
  if (additionReference.test(word)) state.references.push(word);
  state.operands += 1;
  state.words.push(exception);
  state.postfix.push({ ...licence, exception });
  return 'connective';
}

function termOf(word: string): LicenceTerm | undefined {
  if (reference.test(word)) return { id: word, orLater: false, exception: undefined };
  const listed = licenceIds.get(word.toLowerCase());
  if (listed !== undefined) return { id: listed, orLater: false, exception: undefined };
  const base = word.endsWith('+') ? licenceIds.get(word.slice(0, -1).toLowerCase()) : undefined;
  return base === undefined ? undefined : { id: base, orLater: true, exception: undefined };
}

function isLicence(word: string): boolean {
  return termOf(word) !== undefined;
}

function whyNoLicence(word: string): readonly [Expected, string, string] {
  if (word === ')' || operators.has(word))
    return [
      word === ')' ? 'connective' : 'licence',
      `a licence is missing before ${quote(word)}`,
      'Write it, or take the operator out.',
    ];
  if (exceptionIds.has(word.toLowerCase()))
    return ['anything', `${quote(word)} is an exception, no licence`, 'Write it behind its licence, after WITH.'];
  if (/^(?:DocumentRef-|LicenseRef-)/i.test(word))
    return [
      'anything',
      `${quote(word)} is no LicenseRef`,
      'Write LicenseRef- and letters, digits, "." and "-"; before it DocumentRef-<name>: where another document defines it.',
    ];
  return [
    'anything',
    `${quote(word)} is no identifier of the SPDX licence list`,
    'Write one as the list spells it, such as Apache-2.0, or name a licence of your own LicenseRef-, such as LicenseRef-Vendor-2026.',
  ];
}

function operatorHelp(word: string): string {
  return operators.has(word.toUpperCase())
    ? `Write ${word.toUpperCase()}: operators are all upper or all lower case.`
    : 'Write AND where both hold, OR where one may be chosen, WITH before an exception.';
}

function unfinished(expected: 'licence' | 'exception', text: string): readonly [string, string] {
  if (text.trim() === '') return ['it is empty', 'Write an SPDX expression such as MIT.'];
  return [
    `it ends where ${expected === 'licence' ? 'a licence' : 'an exception'} should stand`,
    'Write what is missing.',
  ];
}

function tell({ problems }: State, offset: number, word: string, [message, help]: readonly [string, string]): void {
  problems.push({ offset, length: word.length, message, help });
}

const operators = new Map<string, 'AND' | 'OR' | 'WITH'>(
  (['AND', 'OR', 'WITH'] as const).flatMap((word) => [[word, word] as const, [word.toLowerCase(), word] as const]),
);
const reference = /^(?:DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+$/;
const additionReference = /^(?:DocumentRef-[A-Za-z0-9.-]+:)?AdditionRef-[A-Za-z0-9.-]+$/;
const licenceIds = new Map(spdxLicenceIds.map((id) => [id.toLowerCase(), id]));
const exceptionIds = new Map(spdxExceptionIds.map((id) => [id.toLowerCase(), id]));
