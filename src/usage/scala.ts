import type { ImportFinder } from '../model/plugs/import-finder.ts';
import { spansOf } from './lexing/blank-out.ts';
import { importsInPackage } from './lexing/imports-in-package.ts';
import { character, doubleQuoted, lineComment, nestedComment, tripleDoubleQuoted } from './lexing/spans.ts';
import { groupOf, mavenGroupsOf } from './names/maven-groups-of.ts';

/** Finds `import` in Scala; of a list behind one `import` the first is taken. */
export const scala: ImportFinder = {
  name: 'scala',
  title: 'Scala',
  files: ['**/*.scala', '**/*.sc'],
  tests: ['**/src/test/**', '**/src/it/**', '**/*Spec.scala', '**/*Test.scala', '**/*Suite.scala'],
  builds: ['**/project/*.scala'],
  types: ['maven'],
  naming: 'by-name',
  find: (text) => importsInPackage(text, spans, statement),
  packagesOf: (module) => mavenGroupsOf(module.replace(/^_root_\./, '')),
  keyOf: groupOf,
};

const spans = spansOf(
  lineComment('//'),
  nestedComment,
  { ...tripleDoubleQuoted, escape: undefined },
  doubleQuoted,
  character,
);

const statement = /(?:^|[;{])[ \t]*import[ \t]+(?<module>[\p{L}_][\p{L}\p{N}_.]*)/gmu;
