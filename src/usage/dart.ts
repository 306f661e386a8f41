import type { FoundImport, ImportFinder } from '../model/plugs/import-finder.ts';
import { blankOut, spansOf } from './lexing/blank-out.ts';
import { lineCounter } from './lexing/line-counter.ts';
import { quotedText } from './lexing/quoted-text.ts';
import { doubleQuoted, lineComment, nestedComment, singleQuoted, tripleDoubleQuoted } from './lexing/spans.ts';

/** Finds `import` and `export` of `package:` addresses in Dart, conditional ones too. */
export const dart: ImportFinder = {
  name: 'dart',
  title: 'Dart',
  files: ['**/*.dart'],
  tests: ['**/*_test.dart', '**/integration_test/**', '**/test_driver/**'],
  builds: ['**/hook/build.dart'],
  types: ['pub'],
  naming: 'exact',
  find: (text) => ({ imports: findImports(text) }),
  packagesOf: (address) => (address.startsWith('package:') ? [[address.slice(8).split('/', 1)[0] ?? '']] : []),
  keyOf: (name) => name,
};

const spans = spansOf(
  lineComment('//'),
  nestedComment,
  tripleDoubleQuoted,
  { ...tripleDoubleQuoted, opens: "'''", closes: () => "'''" },
  doubleQuoted,
  singleQuoted,
);

function findImports(text: string): readonly FoundImport[] {
  const code = blankOut(text, spans);
  const lineOf = lineCounter(text);
  return [...code.matchAll(/^[ \t]*(?:import|export)\b[^;]*/gm)].flatMap(({ 0: statement, index }) =>
    [...statement.matchAll(/(["']) *\1/g)].flatMap((quote) => {
      const module = quotedText(text, code, index + quote.index);
      return module?.startsWith('package:') ? [{ module, line: lineOf(index + quote.index) }] : [];
    }),
  );
}
