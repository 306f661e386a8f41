import type { FoundImport, ImportFinder } from '../model/plugs/import-finder.ts';
import { blankOut, spansOf, type Span } from './lexing/blank-out.ts';
import { lineCounter } from './lexing/line-counter.ts';
import { quotedText } from './lexing/quoted-text.ts';
import { blockComment, character, doubleQuoted, lineComment } from './lexing/spans.ts';
import { headerPackagesOf } from './names/header-packages-of.ts';
import { plainName } from './names/plain-name.ts';

/** Finds `#include`, `#import` and `@import` in C, C++, Objective-C and CUDA. */
export const cFamily: ImportFinder = {
  name: 'c-family',
  title: 'C, C++ and Objective-C',
  files: ['c', 'h', 'cc', 'cpp', 'cxx', 'hpp', 'hh', 'hxx', 'ipp', 'ino', 'cu', 'cuh', 'm', 'mm'].map(
    (extension) => `**/*.${extension}`,
  ),
  tests: ['**/*_test.c*', '**/*_tests.c*', '**/test_*.c*', '**/*Test.c*', '**/*_unittest.c*', '**/*Tests.m'],
  builds: [],
  types: ['conan', 'vcpkg', 'generic', 'github', 'cocoapods'],
  naming: 'by-name',
  find: (text) => ({ imports: findImports(text) }),
  packagesOf: headerPackagesOf,
  keyOf: (name) => plainName(name.slice(name.lastIndexOf('/') + 1)),
  declaredBy: (path) => suffixesOf(path),
};

const raw: Span = {
  kind: 'string',
  opens: '\\bu?8?[UL]?R"[^()\\\\\\s"]{0,16}\\(',
  closes: (opening) => `)${opening.slice(opening.indexOf('"') + 1, -1)}"`,
};
const spans = spansOf(lineComment('//'), blockComment, raw, doubleQuoted, character);

function findImports(text: string): readonly FoundImport[] {
  if (!/include|import/.test(text)) return [];
  const code = blankOut(text, spans);
  const lineOf = lineCounter(text);
  return [...code.matchAll(directive)].flatMap(({ 0: words, index, groups }) => {
    const lead = /^\s*/.exec(words)?.[0].length ?? 0;
    const quoted = groups?.['quote'] === undefined ? undefined : quotedText(text, code, index + words.length - 1);
    const module = groups?.['angled'] ?? groups?.['named'] ?? quoted ?? '';
    return module === '' || module.startsWith('.') ? [] : [{ module, line: lineOf(index + lead) }];
  });
}

const directive =
  /^[ \t]*(?:#[ \t]*(?:include|include_next|import)[ \t]*(?:<(?<angled>[^>\n]+)>|(?<quote>"))|@import[ \t]+(?<named>\w+))/gm;

/** A header of the product can be included by any end of its path. */
function suffixesOf(path: string): readonly string[] {
  if (!/\.(?:h|hh|hpp|hxx|cuh|ipp|inc)$/.test(path)) return [];
  const steps = path.split('/');
  return steps.map((_, index) => steps.slice(index).join('/'));
}
