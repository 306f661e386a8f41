import type { FoundImport, ImportFinder } from '../model/plugs/import-finder.ts';
import { blankOut, spansOf } from './lexing/blank-out.ts';
import { lineCounter } from './lexing/line-counter.ts';
import { quotedText } from './lexing/quoted-text.ts';
import { doubleQuoted, singleQuoted } from './lexing/spans.ts';
import { prefixesOf } from './names/prefixes-of.ts';

/** Finds `require` of a literal in Ruby; what `Bundler.require` loads by itself leaves no line to find. */
export const ruby: ImportFinder = {
  name: 'ruby',
  title: 'Ruby',
  files: ['**/*.rb', '**/*.ru', '**/*.rake'],
  tests: ['**/*_spec.rb', '**/*_test.rb', '**/test_*.rb', '**/spec/**', '**/features/**'],
  builds: ['**/Rakefile', '**/*.rake'],
  types: ['gem'],
  naming: 'by-name',
  find: (text) => ({ imports: findImports(text) }),
  packagesOf: (feature) =>
    prefixesOf(feature.replaceAll('_', '-').replace(/\.rb$/, ''), '/').map(([name = '']) => [
      name.replaceAll('/', '-'),
    ]),
  keyOf: (name) => name.replaceAll('_', '-'),
};

const spans = spansOf(
  { kind: 'comment', opens: '(?<![\\w$#"\'])#(?!\\{)', closes: () => '\n' },
  { kind: 'comment', opens: '(?<=^|\\n)=begin\\b', closes: () => '\n=end' },
  { ...doubleQuoted, oneLine: undefined },
  { ...singleQuoted, oneLine: undefined },
);

function findImports(text: string): readonly FoundImport[] {
  const code = blankOut(text, spans);
  const lineOf = lineCounter(text);
  return [...code.matchAll(/(?<![\w.:])(?:require)(?:[ \t]+|[ \t]*\([ \t]*)(?=["'])/g)].flatMap(
    ({ 0: words, index }) => {
      const module = quotedText(text, code, index + words.length);
      return module === undefined || /^[./]|#\{/.test(module) ? [] : [{ module, line: lineOf(index) }];
    },
  );
}
