import type { AskManifest } from '../../../model/inventory/manifest.ts';
import type { Need } from '../needs/need.ts';
import { readPyproject } from './pyproject.ts';

/** Counts what a pyproject.toml asks for, extras with it, besides groups for development. */
export const askPyproject: AskManifest = (path, text) => {
  const { project, diagnostics } = readPyproject(path, text);
  if (project === undefined) {
    const [problem] = diagnostics;
    const line = problem !== undefined && 'line' in problem.place ? problem.place.line : 1;
    return { message: problem?.message ?? `${path} cannot be read`, line };
  }
  const lists = project.lists
    .filter(({ evidence }) => evidence.scope !== 'development')
    .map(({ evidence, edges }) => ({ line: evidence.at.line, count: edges.filter(isPackage).length }));
  return { count: lists.reduce((sum, { count }) => sum + count, 0), line: lists[0]?.line ?? 1 };
};

/** Poetry lists the interpreter among the packages. */
function isPackage({ name }: Need): boolean {
  return name !== 'python';
}
