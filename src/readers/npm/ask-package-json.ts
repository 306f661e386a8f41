import type { AskManifest } from '../../model/inventory/manifest.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { parsePackageManifest } from './package-manifest.ts';

/** Counts what a package.json asks for besides tools for development. */
export const askPackageJson: AskManifest = (path, text) => {
  const diagnostics: Diagnostic[] = [];
  const manifest = parsePackageManifest(path, text, diagnostics);
  const [problem] = diagnostics;
  if (manifest === undefined || problem !== undefined) {
    const line = problem !== undefined && 'line' in problem.place ? problem.place.line : 1;
    return { message: problem?.message ?? `${path} cannot be read`, line };
  }
  const lists = manifest.lists.filter(({ scope }) => scope !== 'development');
  return { count: lists.reduce((sum, { ranges }) => sum + ranges.size, 0), line: lists[0]?.at.line ?? 1 };
};
