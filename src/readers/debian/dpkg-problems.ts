import { entryProblem } from '../../base/reading.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Paragraph } from './control-file.ts';
import type { MetDependencies } from './installed-dependencies.ts';
import type { InstalledPackage } from './installed-package.ts';
import type { Distribution } from '../../base/packages/system/os-release.ts';
import { vendorUnknown } from '../../base/packages/system/vendor-unknown.ts';

/** What was read of a database, before anything is said against it. */
type ReadDatabase = {
  readonly paragraphs: readonly Paragraph[];
  readonly rows: readonly { readonly one: InstalledPackage; readonly met: MetDependencies }[];
  readonly distribution: Distribution | undefined;
  /** Whether the file is one of a folder that holds a file for each package. */
  readonly oneOfMany: boolean;
};

/** What must be said of a database: nobody knows whose it is, a package is half there, a need is not met. */
export function dpkgProblems(file: string, database: ReadDatabase): Diagnostic[] {
  const { paragraphs, rows, distribution, oneOfMany } = database;
  return [
    ...vendorUnknown(file, distribution),
    ...paragraphs.flatMap((paragraph) => nameless(file, paragraph)),
    ...rows.flatMap(({ one, met }) =>
      [stateProblem(file, one, oneOfMany), versionless(file, one), unmetNeeds(file, one, met.unmet, oneOfMany)].flat(),
    ),
  ];
}

function nameless(file: string, paragraph: Paragraph): Diagnostic[] {
  if (paragraph.get('package')?.value) return [];
  const line = [...paragraph.values()][0]?.line ?? 1;
  return [entryProblem({ file, line }, 'this paragraph has no field "Package"', 'Take the file from the system anew.')];
}

/** Files of a package are there from the moment it is unpacked; triggers are only work that is left to do. */
function stateProblem(file: string, { name, state, line }: InstalledPackage, oneOfMany: boolean): Diagnostic[] {
  if (state === 'installed' || state === 'triggers-awaited' || state === 'triggers-pending') return [];
  if (state === undefined && oneOfMany) return [];
  const message =
    state === undefined
      ? `the entry "${name}" does not say whether it is installed; it is listed as if it were`
      : `"${name}" is ${state}: its installation was not finished, but its files may be there, so it is listed`;
  return [
    entryProblem({ file, line }, message, 'Run dpkg --configure -a or remove the package, and take the file anew.'),
  ];
}

function versionless(file: string, { name, version, line }: InstalledPackage): Diagnostic[] {
  if (version !== undefined) return [];
  return [entryProblem({ file, line }, `"${name}" has no version`, 'Reinstall the package, and take the file anew.')];
}

/** In a whole database it is a fault; images without dpkg leave out on purpose what they can do without. */
function unmetNeeds(
  file: string,
  { name, line }: InstalledPackage,
  unmet: MetDependencies['unmet'],
  oneOfMany: boolean,
): Diagnostic[] {
  if (unmet.length === 0) return [];
  const needs = unmet.map(({ written }) => `"${written}"`).join(', ');
  const problem = entryProblem(
    { file, line },
    `"${name}" needs ${needs}, which no package here is or provides`,
    'Mend the installation with apt-get --fix-broken install if that was not meant; the graph lacks these edges.',
  );
  return [{ ...problem, severity: oneOfMany ? 'note' : 'warning' }];
}
