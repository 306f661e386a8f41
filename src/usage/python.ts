import type { FoundImport, ImportFinder } from '../model/plugs/import-finder.ts';
import { blankOut, spansOf } from './lexing/blank-out.ts';
import { lineCounter } from './lexing/line-counter.ts';
import { quotedText } from './lexing/quoted-text.ts';
import { doubleQuoted, lineComment, singleQuoted, tripleDoubleQuoted } from './lexing/spans.ts';
import { isNamespace, normalised, pythonPackagesOf } from './names/python-packages-of.ts';
import { installedModules } from './names/installed-modules.ts';

/** Finds `import`, `from … import`, and `__import__`, `import_module` and `importorskip` of a literal in Python. */
export const python: ImportFinder = {
  name: 'python',
  title: 'Python',
  files: ['**/*.py', '**/*.pyi', '**/*.pyx', '**/*.pyw'],
  tests: ['**/test_*.py', '**/*_test.py', '**/conftest.py'],
  builds: ['**/setup.py', '**/noxfile.py', '**/fabfile.py', '**/SConstruct.py', '**/docs/**/conf.py'],
  types: ['pypi', 'conda'],
  naming: 'by-name',
  find: (text) => ({ imports: findImports(text) }),
  packagesOf: pythonPackagesOf,
  keyOf: normalised,
  declaredBy: modulesOfFile,
  hints: installedModules,
};

const spans = spansOf(
  lineComment('#'),
  tripleDoubleQuoted,
  { ...tripleDoubleQuoted, opens: "'''", closes: () => "'''" },
  doubleQuoted,
  singleQuoted,
);

function findImports(text: string): readonly FoundImport[] {
  if (!/import/.test(text)) return [];
  const blanked = blankOut(text, spans);
  const code = blanked.replace(/\\\r?\n/g, (continued) => ' '.repeat(continued.length));
  const forTypes = typeCheckingBlocks(code);
  const lineOf = lineCounter(text);
  const imports: FoundImport[] = [];
  for (const match of code.matchAll(statement)) {
    const { from, name, list = '', quote } = match.groups ?? {};
    if (quote === undefined && !beginsStatement(code, match.index)) continue;
    const literal = quote === undefined ? undefined : quotedText(text, code, match.index + match[0].length - 1);
    const listed = from === undefined ? [] : namesFrom(code, match.index + match[0].length);
    const taken = from === undefined || listed.includes('*') || listed.length === 0 ? {} : { names: listed };
    const modules =
      quote !== undefined
        ? [literal ?? '']
        : from === undefined
          ? list.split(',').map(firstWord)
          : membersOf(name ?? '', listed);
    const line = lineOf(match.index);
    const typesOnly = forTypes.some(([start, end]) => start < match.index && match.index < end);
    for (const module of modules)
      if (/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(module))
        imports.push({
          module,
          line,
          ...(isNamespace(name ?? '') ? {} : taken),
          ...(typesOnly ? { typesOnly } : {}),
        });
  }
  return imports;
}

const statement =
  /\b(?:(?<from>from)[ \t]+(?<name>[^\s;#()]+)[ \t]+c?import\b|c?import[ \t]+(?<list>[^\n;#()=]+)|(?:__import__|import_module|importorskip)[ \t]*\(\s*(?<quote>["']))/g;

/** Whether a statement can begin here: on a line of its own, or behind another statement or the head of a block. */
function beginsStatement(code: string, at: number): boolean {
  let before = at - 1;
  while (code[before] === ' ' || code[before] === '\t' || code[before] === '\f') before--;
  return before < 0 || '\n;:'.includes(code[before] ?? '');
}

function firstWord(clause: string): string {
  return /^\s*([^\s]+)/.exec(clause)?.[1] ?? '';
}

/** A package's own namespace is shared by many packages: there the names that are imported tell which one is meant. */
function membersOf(module: string, names: readonly string[]): readonly string[] {
  if (!isNamespace(module)) return [module];
  return names.map((name) => (name === '*' ? module : `${module}.${name}`));
}

function namesFrom(code: string, from: number): readonly string[] {
  const names = /\s*\(([^()]*)\)|([^\n;]*)/y;
  names.lastIndex = from;
  const [, inside, plain = ''] = names.exec(code) ?? [];
  return (inside ?? plain).split(',').flatMap((clause) => {
    const name = firstWord(clause);
    return name === '' ? [] : [name];
  });
}

/** Where `if TYPE_CHECKING:` holds: what is imported there is never loaded. */
function typeCheckingBlocks(code: string): readonly (readonly [number, number])[] {
  if (!code.includes('TYPE_CHECKING')) return [];
  const blocks: [number, number][] = [];
  let open: { readonly start: number; readonly indent: number } | undefined;
  let at = 0;
  for (const line of code.split('\n')) {
    const indent = line.length - line.trimStart().length;
    if (open !== undefined && line.trim() !== '' && indent <= open.indent) {
      blocks.push([open.start, at]);
      open = undefined;
    }
    if (open === undefined && /^\s*if\s+(?:\w+\s*\.\s*)?TYPE_CHECKING\s*:/.test(line)) open = { start: at, indent };
    at += line.length + 1;
  }
  return open === undefined ? blocks : [...blocks, [open.start, code.length]];
}

/**
 * The top-level module that a file belongs to: the topmost of the packages around it. Outside of a package, the file
 * and every folder above it may be one, for nobody tells where the search path begins.
 */
function modulesOfFile(path: string, tree: ReadonlySet<string>): readonly string[] {
  const steps = path.split('/');
  const file = (steps.pop() ?? '').replace(/\.pyi?$/, '');
  let top = steps.length;
  while (top > 0 && tree.has(`${steps.slice(0, top).join('/')}/__init__.py`)) top--;
  if (top < steps.length) return [steps[top] ?? ''];
  return [file, ...steps];
}
