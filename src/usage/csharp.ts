import type { ImportFinder } from '../model/plugs/import-finder.ts';
import { blankOut, spansOf, type Span } from './lexing/blank-out.ts';
import { blockComment, character, doubleQuoted, lineComment } from './lexing/spans.ts';
import { statementsIn } from './lexing/statements-in.ts';
import { prefixesOf } from './names/prefixes-of.ts';

/** Finds `using`, `using static`, aliases and `global using` in C#; a `using` that disposes of a value is none. */
export const csharp: ImportFinder = {
  name: 'csharp',
  title: 'C#',
  files: ['**/*.cs', '**/*.csx', '**/*.razor', '**/*.cshtml'],
  tests: [
    '**/*Tests.cs',
    '**/*Test.cs',
    '**/*.Tests/**',
    '**/*.Test/**',
    '**/*.UnitTests/**',
    '**/*.IntegrationTests/**',
  ],
  builds: [],
  types: ['nuget'],
  naming: 'by-name',
  find: (text) => {
    const code = blankOut(text, spans);
    const declares = [...code.matchAll(/^[ \t]*namespace\s+([\p{L}\p{N}_.]+)/gmu)].map(([, name = '']) => name);
    return { imports: statementsIn(text, code, statement), declares };
  },
  packagesOf: (namespace) => prefixesOf(namespace.toLowerCase(), '.'),
  keyOf: (name) => name.toLowerCase(),
};

const verbatim: Span = { kind: 'string', opens: '(?:@\\$?|\\$@)"', closes: () => '"', escape: 'doubled' };
/** At least three quotes, closed by as many. */
const raw: Span = { kind: 'string', opens: '"{3,40}', closes: (opening) => opening };
const spans = spansOf(lineComment('//'), blockComment, raw, verbatim, doubleQuoted, character);

const statement =
  /(?:^|;)[ \t]*(?:global\s+|@)?using\s+(?:static\s+|unsafe\s+)?(?:[\p{L}_@][\p{L}\p{N}_]*\s*=\s*)?(?:global\s*::\s*)?(?<module>[\p{L}_@][\p{L}\p{N}_.]*)(?:<[^;()]{0,500}>)?(?=\s*;|[ \t]*\r?$)/gmu;
