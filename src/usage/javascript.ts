import type { FoundImport, ImportFinder } from '../model/plugs/import-finder.ts';
import { blankOutJavascript } from './lexing/blank-out-javascript.ts';
import { lineCounter } from './lexing/line-counter.ts';
import { quotedText } from './lexing/quoted-text.ts';
import { npmPackageOf } from './names/npm-package-of.ts';
import { pathAliases } from './names/path-aliases.ts';

/** Finds `import`, `export … from`, `import()`, `require` and `import = require` in JavaScript and TypeScript. */
export const javascript: ImportFinder = {
  name: 'javascript',
  title: 'JavaScript and TypeScript',
  files: ['js', 'mjs', 'cjs', 'jsx', 'ts', 'mts', 'cts', 'tsx'].map((extension) => `**/*.${extension}`),
  tests: ['**/*.test.*', '**/*.spec.*', '**/*.cy.*', '**/*.stories.*', '**/cypress/**', '**/__mocks__/**'],
  builds: ['**/*.config.*', '**/*.conf.js', '**/gulpfile.*', '**/Gruntfile.*', '**/.*rc.*', '**/webpack.*.js'],
  types: ['npm'],
  naming: 'exact',
  find: (text) => ({ imports: findImports(text) }),
  packagesOf: npmPackageOf,
  keyOf: (name) => name,
  hints: pathAliases,
};

function findImports(text: string): readonly FoundImport[] {
  if (!/\b(?:import|require|from)\b/.test(text)) return [];
  const code = blankOutJavascript(text);
  const lineOf = lineCounter(text);
  const imports: FoundImport[] = [];
  let clauseFrom: number | undefined;
  for (const { 0: word, index } of code.matchAll(words)) {
    const end = index + word.length;
    if (word === 'import' || word === 'export') clauseFrom = end;
    const quoteAt = word === 'export' ? undefined : quoteAfter(code, end, word);
    if (quoteAt === undefined) continue;
    const clause = word === 'from' && clauseFrom !== undefined ? code.slice(clauseFrom, index) : '';
    clauseFrom = undefined;
    if (word === 'from' && !isClause(clause)) continue;
    const module = quotedText(text, code, quoteAt);
    if (module === undefined) continue;
    const typesOnly = word === 'from' ? isTypeClause(clause) : word === 'import' && isTypeQuery(code, index, quoteAt);
    imports.push({ module, line: lineOf(index), ...(typesOnly ? { typesOnly } : {}) });
  }
  return imports;
}

const words = /(?<![\w$.#])(?:import|export|from|require\.resolve|require)(?![\w$])/g;

/** Where the quote stands that follows a word: at once, or in parentheses; a template counts only in these. */
function quoteAfter(code: string, from: number, word: string): number | undefined {
  const called = /\s*\(\s*(?=["'`])/y;
  const plain = /\s*(?=["'])/y;
  for (const pattern of word === 'from' ? [plain] : word === 'import' ? [plain, called] : [called]) {
    pattern.lastIndex = from;
    if (pattern.test(code)) return pattern.lastIndex;
  }
  return undefined;
}

/** What may stand between `import` or `export` and `from`: names, braces, a star. */
function isClause(clause: string): boolean {
  return clause.trim() !== '' && !/[;()=<>.?:]/.test(clause);
}

/** `import type …`, or braces in which every name is a type. */
function isTypeClause(clause: string): boolean {
  const words = clause.trim();
  if (/^type\s*[\w${*]/.test(words) && !/^type\s*,/.test(words)) return true;
  if (!words.startsWith('{')) return false;
  const names = words
    .slice(1, words.lastIndexOf('}'))
    .split(',')
    .filter((name) => name.trim() !== '');
  return names.length > 0 && names.every((name) => /^\s*type\s+[\w$]/.test(name));
}

/** `typeof import('x')`, or `import('x').Name` where a type is named: nothing is loaded. */
function isTypeQuery(code: string, index: number, quoteAt: number): boolean {
  if (/\btypeof\s*$/.test(code.slice(Math.max(0, index - 20), index))) return true;
  const end = code.indexOf(code[quoteAt] ?? '', quoteAt + 1);
  return end !== -1 && /^["'`]\s*\)\s*\.\s*[A-Z]/.test(code.slice(end, end + 40));
}
