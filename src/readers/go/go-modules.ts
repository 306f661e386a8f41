import { entryProblem } from '../../base/reading.ts';
import { quote } from '../../base/quote.ts';
import { resolvePath } from '../../base/resolve-path.ts';
import type { Component, ScopeEvidence } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { LinePlace } from '../../model/place.ts';
import type { Reading } from '../../model/reader.ts';
import { goComponent } from './go-component.ts';
import { parseGoFile, type GoStatement } from './go-file.ts';
import { languageNotes } from './go-language.ts';
import { replacementFinder, type FindReplacement } from './go-replacements.ts';
import { goHashes } from './go-sum-lines.ts';
import { declaredModule, findWorkspace } from './go-workspace.ts';

/** Makes components of the requirements of a go.mod, as a build takes them: replaced, or from the product's own folders. */
export function readGoModules(goMod: GoMod): Reading {
  const { path, statements } = goMod;
  const diagnostics: Diagnostic[] = [];
  const context = contextOf(goMod, diagnostics);
  const required = statements
    .filter(({ verb }) => verb === 'require')
    .flatMap((statement) => readRequirement(statement, context) ?? []);
  const root = statements.find(({ verb }) => verb === 'module');
  const own = goComponent({ module: root?.words[0] ?? '', version: undefined, hashes: [], at: context.at(root) });
  const needs = required.filter(({ relation }) => relation === 'direct').map(({ purl }) => purl);
  const evidence: ScopeEvidence = { scope: 'runtime', reason: 'the module of this file', at: context.at(root) };
  return {
    components: [
      {
        ...own,
        scope: 'runtime',
        scopeEvidence: [evidence],
        relation: 'direct',
        firstParty: true,
        dependsOn: [...new Set(needs)].toSorted(),
      },
      ...required,
    ],
    graph: 'partial',
    diagnostics: [...diagnostics, ...languageNotes(path, statements)],
  };
}

/** A go.mod that was read, with what lies beside it. */
export type GoMod = {
  readonly path: string;
  readonly statements: readonly GoStatement[];
  readonly sums: string | undefined;
  readonly companions: ReadonlyMap<string, string>;
};

type Context = {
  readonly path: string;
  readonly at: (statement: GoStatement | undefined) => LinePlace;
  readonly hashes: ReturnType<typeof goHashes>;
  readonly replacement: FindReplacement;
  /** Modules that the workspace builds from their folders. */
  readonly ownModules: ReadonlySet<string>;
  readonly excluded: ReadonlySet<string>;
  /** By module, the `tool` directive that it holds the package of. */
  readonly tools: ReadonlyMap<string, GoStatement>;
  readonly diagnostics: Diagnostic[];
};

function contextOf({ path, statements, sums, companions }: GoMod, diagnostics: Diagnostic[]): Context {
  const workspace = findWorkspace(companions, path);
  const lists = [...(workspace === undefined ? [] : [workspace]), { file: path, statements }];
  const siblings = (workspace?.moduleFiles ?? []).flatMap((file) => {
    const parsed = parseGoFile(companions.get(file) ?? '');
    return 'message' in parsed ? [] : (declaredModule(parsed.statements) ?? []);
  });
  return {
    path,
    at: (statement) => ({ file: path, line: statement?.line ?? 1 }),
    hashes: goHashes(sums),
    replacement: replacementFinder(lists, diagnostics),
    ownModules: new Set(siblings),
    excluded: new Set(statements.filter(({ verb }) => verb === 'exclude').map(({ words }) => words.join(' '))),
    tools: toolsByModule(statements),
    diagnostics,
  };
}

function toolsByModule(statements: readonly GoStatement[]): ReadonlyMap<string, GoStatement> {
  const modules = new Set(statements.filter(({ verb }) => verb === 'require').map(({ words }) => words[0]));
  return new Map(
    statements
      .filter(({ verb }) => verb === 'tool')
      .flatMap((statement) => {
        const folders = (statement.words[0] ?? '').split('/');
        const prefixes = folders.map((_, index) => folders.slice(0, folders.length - index).join('/'));
        const module = prefixes.find((prefix) => modules.has(prefix));
        return module === undefined ? [] : [[module, statement] as const];
      }),
  );
}

function readRequirement(statement: GoStatement, context: Context): Component | undefined {
  const [module, version, ...more] = statement.words;
  const at = context.at(statement);
  if (module === undefined || version === undefined || more.length > 0) {
    const message = `${quote(statement.words.join(' '))} is no requirement`;
    context.diagnostics.push(entryProblem(at, message, 'Write <module> <version>; then run go mod tidy.'));
    return undefined;
  }
  const relation = /^indirect(?:$|;)/.test(statement.comment) ? 'transitive' : 'direct';
  const taken = context.replacement(module, version);
  if (context.ownModules.has(module) || (taken !== undefined && 'folder' in taken)) {
    if (taken !== undefined && 'folder' in taken) noteFolder(module, taken.folder, at, context);
    const reason = taken === undefined ? 'a module of the workspace' : 'taken from a folder of the product';
    const evidence: ScopeEvidence = { scope: 'unknown', reason, at };
    return {
      ...goComponent({ module, version: undefined, hashes: [], at }),
      ...{ scope: 'unknown', scopeEvidence: [evidence], relation, firstParty: true },
    };
  }
  const built = taken ?? { module, version };
  const evidence = evidenceOf(
    statement,
    relation,
    taken === undefined ? '' : `; in place of ${module} ${version}`,
    context,
  );
  const component = {
    ...goComponent({ ...built, hashes: context.hashes(built.module, built.version), at }),
    ...{ scope: evidence[0]?.scope ?? 'unknown', scopeEvidence: evidence, relation, firstParty: false },
  } as const;
  return context.excluded.has(`${module} ${version}`) && taken === undefined
    ? excludedComponent(component, version, at, context)
    : component;
}
