import type { ImportFinder } from '../model/plugs/import-finder.ts';
import { blankOut, spansOf } from './lexing/blank-out.ts';
import { doubleQuoted, lineComment, nestedComment, tripleDoubleQuoted } from './lexing/spans.ts';
import { statementsIn } from './lexing/statements-in.ts';
import { plainName } from './names/plain-name.ts';
import { swiftProducts } from './names/swift-products.ts';

/** Finds `import` in Swift, with attributes and of single declarations. */
export const swift: ImportFinder = {
  name: 'swift',
  title: 'Swift',
  files: ['**/*.swift'],
  tests: ['**/*Tests.swift', '**/*Test.swift', '**/Tests/**', '**/*Tests/**', '**/*UITests/**'],
  builds: ['**/Package.swift', '**/Project.swift'],
  types: ['swift', 'cocoapods'],
  naming: 'by-name',
  find: (text) => ({ imports: statementsIn(text, blankOut(text, spans), statement) }),
  packagesOf: (module) => [[plainName(module.split('.', 1)[0] ?? module)]],
  keyOf: (name) => plainName(name.slice(name.lastIndexOf('/') + 1)),
  hints: swiftProducts,
};

const spans = spansOf(lineComment('//'), nestedComment, tripleDoubleQuoted, doubleQuoted);

const statement =
  /(?:^|;)[ \t]*(?:@\w+(?:\([^()\n]*\))?\s+){0,20}(?:(?:public|package|internal|private|fileprivate)\s+)?import[ \t]+(?:(?:typealias|struct|class|enum|protocol|let|var|func|actor)[ \t]+)?(?<module>\w[\w.]*)/gm;
