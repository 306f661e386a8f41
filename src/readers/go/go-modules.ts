import type { Component } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Reading } from '../../model/plugs/reader.ts';
import { goComponent } from './go-component.ts';
import type { GoStatement } from './go-file.ts';
import { goEvidence, inPlaceOf } from './go-evidence.ts';
import { goNotes } from './go-notes.ts';
import { replacementFinder, type FindReplacement } from './go-replacements.ts';
import { goRequirements, type GoRequirement } from './go-requirements.ts';
import { goHashes } from './go-sum-lines.ts';
import { declaredModule, findWorkspace, sumBeside, workspaceModules, workSum } from './go-workspace.ts';

/** A go.mod that was read, with what lies around it. */
export type GoMod = {
  readonly path: string;
  readonly statements: readonly GoStatement[];
  readonly companions: ReadonlyMap<string, string>;
};

/** Makes components of what a go.mod asks for, as a build takes it: replaced, or from the product's own folders. */
export function readGoModules({ path, statements, companions }: GoMod): Reading {
  const diagnostics: Diagnostic[] = [];
  const workspace = findWorkspace(companions, path);
  const own = { file: path, statements };
  const siblings = workspace === undefined ? [] : workspaceModules(workspace.moduleFiles, companions);
  const sums = [sumBeside(path), ...(workspace === undefined ? [] : [workSum(workspace.file)])];
  const context: Context = {
    hashes: goHashes(sums.map((file) => companions.get(file) ?? '').join('\n')),
    replacement: replacementFinder(workspace === undefined ? [own] : [workspace, own], diagnostics),
    siblings: new Set(siblings.map(({ module }) => module)),
  };
  const requirements = goRequirements(path, statements, diagnostics);
  const required = requirements.map((requirement) => toComponent(requirement, context));
  return {
    components: [toRoot(path, statements, required), ...required],
    graph: 'partial',
    diagnostics: [...diagnostics, ...goNotes({ ...own, requirements, replacement: context.replacement, siblings })],
  };
}

type Context = {
  readonly hashes: ReturnType<typeof goHashes>;
  readonly replacement: FindReplacement;
  /** The modules of the workspace. */
  readonly siblings: ReadonlySet<string>;
};

function toRoot(file: string, statements: readonly GoStatement[], required: readonly Component[]): Component {
  const at = { file, line: statements.find(({ verb }) => verb === 'module')?.line ?? 1 };
  const direct = required.filter(({ relation }) => relation === 'direct').map(({ purl }) => purl);
  return {
    ...goComponent({ module: declaredModule(statements) ?? '', version: undefined, hashes: [], at }),
    scope: 'runtime',
    scopeEvidence: [{ scope: 'runtime', reason: 'the module of this file', at }],
    relation: 'direct',
    firstParty: true,
    dependsOn: [...new Set(direct)].toSorted(),
  };
}

function toComponent(requirement: GoRequirement, { hashes, replacement, siblings }: Context): Component {
  const { module, version, indirect, at } = requirement;
  const taken = replacement(module, version);
  const relation = indirect ? 'transitive' : 'direct';
  const own = siblings.has(module) ? 'a module of the workspace' : undefined;
  if (own !== undefined || (taken !== undefined && 'folder' in taken)) {
    const reason = own ?? 'replaced by a folder';
    return {
      ...goComponent({ module, version: undefined, hashes: [], at }),
      scope: 'unknown',
      scopeEvidence: [{ scope: 'unknown', reason, at }],
      relation,
      firstParty: true,
    };
  }
  const evidence = goEvidence(at, requirement, ...(taken === undefined ? [] : [inPlaceOf(requirement)]));
  const known = requirement.excluded && taken === undefined ? undefined : version;
  const built = taken ?? { module, version: known };
  return {
    ...goComponent({ ...built, hashes: hashes(built.module, built.version), at }),
    ...(built.version === undefined && { pinning: { kind: 'range', asked: `another than ${version}` } as const }),
    ...evidence,
    relation,
    firstParty: false,
  };
}
