import { entryProblem } from '../../base/reading.ts';
import type { Relation } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { parseControlFile } from './control-file.ts';
import type { InstalledPackage } from './installed-package.ts';

/** Which packages somebody asked for, and which apt brought in for the sake of others, where apt keeps account. */
export type ExtendedStates = {
  readonly relationOf: (one: InstalledPackage) => Relation;
  readonly diagnostics: readonly Diagnostic[];
};

/** Where apt keeps its account of a root file system. */
export function extendedStatesPath(root: string): string {
  return `${root}var/lib/apt/extended_states`;
}

/** Reads apt's account: a package without `Auto-Installed: 1` was asked for; without the file nobody knows. */
export function readExtendedStates(root: string, companions: ReadonlyMap<string, string> | undefined): ExtendedStates {
  const file = extendedStatesPath(root);
  const text = companions?.get(file);
  if (text === undefined) return { relationOf: () => 'unknown', diagnostics: [] };
  const states = text.trim() === '' ? { paragraphs: [] } : parseControlFile(text);
  if ('message' in states) {
    const help = 'Restore the file; until then it is unknown which packages were asked for.';
    const problem = entryProblem({ file, ...states.at }, `${file} cannot be read: ${states.message}`, help);
    return { relationOf: () => 'unknown', diagnostics: [problem] };
  }
  const automatic = new Set(
    states.paragraphs
      .filter((paragraph) => paragraph.get('auto-installed')?.value === '1')
      .flatMap((paragraph) => {
        const name = paragraph.get('package')?.value;
        return name === undefined ? [] : [name, `${name}:${paragraph.get('architecture')?.value ?? ''}`];
      }),
  );
  return {
    relationOf: ({ name, architecture }) =>
      automatic.has(architecture === 'all' ? name : `${name}:${architecture ?? ''}`) ? 'transitive' : 'direct',
    diagnostics: [],
  };
}
