import type { ImportFinder } from '../model/plugs/import-finder.ts';
import { java } from './java.ts';
import { spansOf } from './lexing/blank-out.ts';
import { importsInPackage } from './lexing/imports-in-package.ts';
import { character, doubleQuoted, lineComment, nestedComment, tripleDoubleQuoted } from './lexing/spans.ts';
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
  find: (text) => importsInPackage(text, spans, statement),
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
