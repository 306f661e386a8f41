import type { ImportFinder } from '../model/plugs/import-finder.ts';
import { spansOf } from './lexing/blank-out.ts';
import { importsInPackage } from './lexing/imports-in-package.ts';
import { blockComment, character, doubleQuoted, lineComment, tripleDoubleQuoted } from './lexing/spans.ts';
import { groupOf, mavenGroupsOf } from './names/maven-groups-of.ts';

/** Finds `import` and `import static` in Java and Groovy; a class that is written with its whole name is not seen. */
export const java: ImportFinder = {
  name: 'java',
  title: 'Java and Groovy',
  files: ['**/*.java', '**/*.groovy'],
  tests: ['**/src/test/**', '**/src/androidTest/**', '**/src/integrationTest/**', '**/*Test.java', '**/*Tests.java'],
  builds: ['**/buildSrc/**'],
  types: ['maven'],
  naming: 'by-name',
  find: (text) => importsInPackage(text, spans, statement),
  packagesOf: mavenGroupsOf,
  keyOf: groupOf,
};

const spans = spansOf(lineComment('//'), blockComment, tripleDoubleQuoted, doubleQuoted, character);

const statement = /(?:^|;)[ \t]*import\s+(?:static\s+)?(?<module>[\p{L}_$][\p{L}\p{N}_$.]*)(?:\s*\*)?/gmu;
