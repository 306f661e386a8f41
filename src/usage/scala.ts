import type { ImportFinder } from '../model/plugs/import-finder.ts';
import { blankOut, spansOf } from './lexing/blank-out.ts';
import { character, doubleQuoted, lineComment, nestedComment, tripleDoubleQuoted } from './lexing/spans.ts';
import { statementsIn } from './lexing/statements-in.ts';
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
  find: (text) => {
    const code = blankOut(text, spans);
    const own = /^[ \t]*package\s+([\w.]+)/m.exec(code)?.[1];
    return { imports: statementsIn(text, code, statement), declares: own === undefined ? [] : [own] };
  },
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
