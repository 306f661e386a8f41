import { entryProblem, unreadable } from '../../base/reading.ts';
import type { Component, Relation, ScopeEvidence } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { includedFiles, inclusionProblems } from '../python/requirement/requirement-files.ts';
import type { RequirementLine } from '../python/requirement/requirement-lines.ts';
import { readRequirements } from '../python/requirement/requirement-packages.ts';
import { scopeOfPath } from '../python/requirement/requirement-scope.ts';
import { readStatement } from '../python/requirement/requirement.ts';
import { scopeOfName } from '../python/scope-of-name.ts';
import { condaLocksAbove, condaLockSources } from './conda-lock/conda-lock-sources.ts';
import { condaComponent } from './conda-package.ts';
import { readEnvironment, type Environment } from './environment/environment.ts';

/** Reads the environment files of conda, written by people or by `conda env export`. */
export const environmentYml: Reader = {
  name: 'environment-yml',
  title: 'environment.yml of conda',
  capabilities: { scope: true, graph: false, hashes: true, licence: false, direct: true },
  companions: (opened, path, tree) => {
    const environment = readEnvironment(path, opened.get(path) ?? '');
    if (!('packages' in environment)) return [];
    return [...condaLocksAbove(path, tree), ...includedFiles(path, pipLines(environment))];
  },
  read: ({ path, text, companions }) => {
    const environment = readEnvironment(path, text);
    if (!('packages' in environment)) return unreadable(...environment);
    const lock = lockMadeFrom(path, companions);
    if (lock !== undefined) return { components: [], graph: 'none', diagnostics: [leftTo(lock, path)] };
    const lines = pipLines(environment);
    const pip = readRequirements(path, '', lines);
    const relation = relationIn(environment);
    const components = environment.packages.map(({ line, ...spec }): Component => {
      const at = { file: path, line };
      const evidence = scopeIn(environment, path, line);
      return {
        ...condaComponent({ ...spec, at }),
        scope: evidence.scope,
        scopeEvidence: [evidence],
        relation,
        firstParty: false,
        dependsOn: undefined,
      };
    });
    const ofPip = pip.components.map((component): Component => {
      const evidence = scopeIn(environment, path, component.foundAt[0]?.line ?? 1);
      return {
        ...component,
        scope: evidence.scope,
        scopeEvidence: [evidence],
        relation: component.firstParty ? 'direct' : relation,
      };
    });
    return {
      components: [...components, ...ofPip],
      graph: 'none',
      diagnostics: [...environment.diagnostics, ...pip.diagnostics, ...inclusionProblems(path, lines, companions)],
    };
  },
};

/** The lockfile of conda-lock that names the file among its sources: it tells the versions of all that is asked for here. */
function lockMadeFrom(path: string, companions: ReadonlyMap<string, string>): string | undefined {
  return condaLocksAbove(path, [...companions.keys()]).find((lock) =>
    condaLockSources(lock, companions.get(lock) ?? '').includes(path),
  );
}

function leftTo(lock: string, path: string): Diagnostic {
  const message = `${path} gives no components, for ${lock} tells what it came to`;
  const note = entryProblem({ file: path }, message, 'Nothing is to be done; the lockfile is read for itself.');
  return { ...note, severity: 'note' };
}

function pipLines({ pip }: Environment): readonly RequirementLine[] {
  return pip.map(({ text, line }) => ({ line, statement: readStatement(text.trim()), via: undefined }));
}

/** An export lists every package of an environment, each with its version; anything else was asked for by a person. */
function relationIn({ packages }: Environment): Relation {
  return packages.every(({ isExported }) => isExported) ? 'unknown' : 'direct';
}

function scopeIn({ category }: Environment, file: string, line: number): ScopeEvidence {
  if (category === undefined) return { ...scopeOfPath(file, notTold), at: { file, line } };
  const scope = category.name === 'main' ? 'runtime' : (scopeOfName(category.name) ?? 'unknown');
  return { scope, reason: `category ${category.name}`, at: { file, line: category.line } };
}

const notTold = 'an environment does not tell what its packages are for';
