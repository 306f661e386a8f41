import type { FoundImport, ImportFinder } from '../model/plugs/import-finder.ts';
import { blankOut, spansOf } from './lexing/blank-out.ts';
import { lineCounter } from './lexing/line-counter.ts';
import { quotedText } from './lexing/quoted-text.ts';
import { blockComment, character, doubleQuoted, lineComment } from './lexing/spans.ts';
import { prefixesOf } from './names/prefixes-of.ts';
import { replacedModules } from './names/replaced-modules.ts';

/** Finds `import` declarations of Go, alone or in a block; the longest module path that is a prefix is meant. */
export const go: ImportFinder = {
  name: 'go',
  title: 'Go',
  files: ['**/*.go'],
  tests: ['**/*_test.go'],
  builds: ['**/magefile.go', '**/tools.go'],
  types: ['golang'],
  naming: 'exact',
  find: (text) => ({ imports: findImports(text) }),
  packagesOf: (path) => (path.split('/', 1)[0]?.includes('.') ? prefixesOf(path, '/') : []),
  keyOf: (name) => name,
  hints: replacedModules,
};

const spans = spansOf(lineComment('//'), blockComment, doubleQuoted, character, {
  kind: 'string',
  opens: '`',
  closes: () => '`',
});

function findImports(text: string): readonly FoundImport[] {
  const code = blankOut(text, spans);
  const lineOf = lineCounter(text);
  const firstOther = /^(?:func|var|const|type)\b/m.exec(code)?.index ?? code.length;
  const imports: FoundImport[] = [];
  let read = 0;
  for (const { index, 0: keyword, groups } of code.slice(0, firstOther).matchAll(declaration)) {
    if (index < read) continue;
    const from = index + keyword.length;
    const end = groups?.['block'] === undefined ? endOfLine(code, from) : endOr(code, code.indexOf(')', from));
    read = end;
    for (const quote of code.slice(from, end).matchAll(/["`] *["`]/g)) {
      const module = quotedText(text, code, from + quote.index);
      if (module !== undefined && module !== 'C') imports.push({ module, line: lineOf(from + quote.index) });
    }
  }
  return imports;
}

const declaration = /^[ \t]*import\b[ \t]*(?<block>\()?/gm;

function endOfLine(code: string, from: number): number {
  return endOr(code, code.indexOf('\n', from));
}

function endOr(code: string, found: number): number {
  return found === -1 ? code.length : found;
}
