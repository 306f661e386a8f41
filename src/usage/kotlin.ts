import type { ImportFinder } from '../model/plugs/import-finder.ts';
import { java } from './java.ts';
import { blankOut, spansOf } from './lexing/blank-out.ts';
import { character, doubleQuoted, lineComment, nestedComment, tripleDoubleQuoted } from './lexing/spans.ts';
import { statementsIn } from './lexing/statements-in.ts';
import { groupOf, mavenGroupsOf } from './names/maven-groups-of.ts';

/** Finds `import`, with or without an alias, in Kotlin. */
export const kotlin: ImportFinder = {
  name: 'kotlin',
  title: 'Kotlin',
  files: ['**/*.kt', '**/*.kts'],
  tests: [...java.tests, '**/src/*Test/**', '**/*Test.kt'],
  builds: ['**/*.gradle.kts', '**/buildSrc/**'],
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

const spans = spansOf(
  lineComment('//'),
  nestedComment,
  { ...tripleDoubleQuoted, escape: undefined },
  doubleQuoted,
  character,
);

const statement = /^[ \t]*import[ \t]+(?<module>[\p{L}_`][\p{L}\p{N}_.`]*)/gmu;
