import type { ImportFinder } from '../model/plugs/import-finder.ts';
import { blankOut, spansOf } from './lexing/blank-out.ts';
import { blockComment, character, doubleQuoted, lineComment, tripleDoubleQuoted } from './lexing/spans.ts';
import { statementsIn } from './lexing/statements-in.ts';
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
  find: (text) => {
    const code = blankOut(text, spans);
    const own = /^[ \t]*package\s+([\w.]+)/m.exec(code)?.[1];
    return { imports: statementsIn(text, code, statement), declares: own === undefined ? [] : [own] };
  },
  packagesOf: mavenGroupsOf,
  keyOf: groupOf,
};

const spans = spansOf(lineComment('//'), blockComment, tripleDoubleQuoted, doubleQuoted, character);

const statement = /(?:^|;)[ \t]*import\s+(?:static\s+)?(?<module>[\p{L}_$][\p{L}\p{N}_$.]*)(?:\s*\*)?/gmu;
