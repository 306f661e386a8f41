import type { FoundImport, ImportFinder } from '../model/plugs/import-finder.ts';
import { blankOut, spansOf } from './lexing/blank-out.ts';
import { lineCounter } from './lexing/line-counter.ts';
import { character, doubleQuoted, lineComment, nestedComment } from './lexing/spans.ts';
import { renamedCrates } from './names/renamed-crates.ts';

/** Finds `use` and `extern crate` in Rust, and paths such as `serde_json::to_string` that need neither. */
export const rust: ImportFinder = {
  name: 'rust',
  title: 'Rust',
  files: ['**/*.rs'],
  tests: ['**/tests.rs', '**/benches/**'],
  builds: ['**/build.rs'],
  types: ['cargo'],
  naming: 'exact',
  find: (text) => ({ imports: findImports(text) }),
  packagesOf: (path) => [[path.split('::', 1)[0] ?? path]],
  keyOf: (name) => name.replaceAll('-', '_'),
  hints: renamedCrates,
};

const spans = spansOf(
  lineComment('//'),
  nestedComment,
  { kind: 'string', opens: '\\bb?r#{0,20}"', closes: (opening) => `"${'#'.repeat(opening.split('#').length - 1)}` },
  { ...doubleQuoted, oneLine: undefined },
  character,
);

/** Heads of paths that mean this crate, its neighbours, or the library that comes with Rust. */
const notCrates = new Set(
  (
    'crate self super Self std core alloc proc_macro test clippy rustfmt ' +
    'bool char f32 f64 i8 i16 i32 i64 i128 isize str u8 u16 u32 u64 u128 usize'
  ).split(' '),
);

function findImports(text: string): readonly FoundImport[] {
  const code = blankOut(text, spans);
  const lineOf = lineCounter(text);
  const uses = [...code.matchAll(statement)];
  const declared = new Set([...notCrates, ...[...code.matchAll(/\bmod\s+(\w+)/g)].map(([, name = '']) => name)]);
  const asked = uses.flatMap(({ 0: words, index, groups }) => {
    const { external, list = '' } = groups ?? {};
    const line = index + (/^[\s;{}\]]*/.exec(words)?.[0].length ?? 0);
    return (external === undefined ? rootsOf(list) : [external]).map((module) => ({ module, at: line, byName: false }));
  });
  const bound = new Set(uses.flatMap(({ groups }) => groups?.['list']?.match(/\w+/g) ?? []));
  const paths = [...code.matchAll(path)]
    .map(({ 0: module, index }) => ({ module, at: index, byName: true }))
    .filter(({ module }) => !bound.has(module));
  return [...asked, ...firstOfEach(paths)]
    .filter(({ module }) => !declared.has(module))
    .toSorted((a, b) => a.at - b.at)
    .map(({ module, at, byName }) => ({ module, line: lineOf(at), ...(byName ? { byName } : {}) }));
}

const statement =
  /(?:^|[;{}\]])[ \t]*(?:pub\s*(?:\([^()]*\)\s*)?)?(?:extern\s+crate\s+(?<external>\w+)|use\s+(?<list>[^;]*))(?=[;\s])/gm;

/** The head of a path in lower case, behind nothing that makes it a part of another. */
const path = /(?<![\w:.$#'])[a-z_][a-z0-9_]*(?=::[\w{<])/g;

/** The first names of a use tree: of `{a::b, c::{d, e}}` they are a and c. */
function rootsOf(tree: string): readonly string[] {
  const whole = tree.trim().replace(/^::/, '');
  if (!whole.startsWith('{')) return [/^(?:r#)?(\w+)/.exec(whole)?.[1] ?? ''].filter((name) => name !== '');
  const roots: string[] = [];
  let depth = 0;
  let expected = true;
  for (const [token] of whole.matchAll(/[{},]|[\w:#]+/g)) {
    if (token === '{') depth++;
    else if (token === '}') depth--;
    else if (token === ',') expected = depth === 1;
    else if (expected && depth === 1) {
      roots.push(token.replace(/^::/, '').split(':', 1)[0] ?? token);
      expected = false;
    }
  }
  return roots;
}

/** A path is written wherever it is needed; its first line is evidence enough. */
function firstOfEach<T extends { readonly module: string }>(found: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return found.filter(({ module }) => !seen.has(module) && seen.add(module));
}
