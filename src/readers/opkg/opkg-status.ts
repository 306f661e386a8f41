import { distributionOf, osReleasePaths } from '../../base/packages/system/os-release.ts';
import { quote } from '../../base/quote.ts';
import { entryProblem, syntaxProblem, unreadable } from '../../base/reading.ts';
import { vendorUnknown } from '../../base/packages/system/vendor-unknown.ts';
import type { Relation } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { parseControlFile } from '../debian/control-file.ts';
import { dependencyFinder, type MetDependencies } from '../debian/installed-dependencies.ts';
import { readInstalledPackage, type InstalledPackage } from '../debian/installed-package.ts';
import { fileListPaths, listedFiles } from '../debian/listed-files.ts';
import { controlPath, opkgComponent, readControl, type OpkgPackage } from './opkg-package.ts';

/** Reads opkg's database of installed packages, as OpenWrt up to 24.10 and images of Yocto have it. */
export const opkgStatus: Reader = {
  name: 'opkg-status',
  title: 'opkg status, with the control files of its packages',
  capabilities: { scope: false, graph: true, hashes: false, licence: true, direct: true },
  companions: (opened, path, tree) => [
    ...osReleasePaths(rootOf(path)),
    ...fileListPaths(path, tree),
    ...namesIn(opened.get(path) ?? '').flatMap((name) => controlPath(path, name) ?? []),
  ],
  read: ({ path, text, companions }) => {
    const file = parseControlFile(text);
    if ('message' in file) return unreadable(syntaxProblem(path, file.message, file.at));
    const packages = file.paragraphs.flatMap((paragraph): OpkgPackage[] => {
      const one = readInstalledPackage(paragraph);
      if (one === undefined) return [];
      const control = companions.get(controlPath(path, one.name) ?? '');
      return [{ one, automatic: paragraph.get('auto-installed')?.value === 'yes', control: readControl(control) }];
    });
    if (packages.length === 0) return unreadable(syntaxProblem(path, 'none of its paragraphs has the field "Package"'));
    const present = packages.filter(({ one }) => one.state !== 'not-installed' && one.state !== 'config-files');
    const distribution = distributionOf(rootOf(path), companions);
    const findNeeded = dependencyFinder(present.map(({ one }) => one));
    const accounted = packages.some(({ automatic }) => automatic);
    const rows = present.map((known) => ({ known, met: findNeeded(known.one) }));
    return {
      components: rows.map(({ known, met }) =>
        opkgComponent(known, path, distribution, relationOf(known, accounted), met.needed),
      ),
      graph: rows.some(({ met }) => met.unmet.length > 0) ? 'partial' : 'complete',
      diagnostics: [
        ...vendorUnknown(path, distribution),
        ...rows.flatMap(({ known: { one }, met }) => [
          ...unfinished(path, one),
          ...versionless(path, one),
          ...unmetNeeds(path, one, met),
        ]),
      ],
      owns: listedFiles(rootOf(path), companions),
    };
  },
};

function rootOf(path: string): string {
  return path.replace(/(?:(?:usr|var)\/lib\/)?opkg\/status$/, '');
}

function namesIn(text: string): string[] {
  const file = parseControlFile(text);
  return 'message' in file ? [] : file.paragraphs.flatMap((paragraph) => paragraph.get('package')?.value ?? []);
}

/** Where opkg has marked nothing as brought in, it may have kept no account at all. */
function relationOf({ automatic }: OpkgPackage, accounted: boolean): Relation {
  return automatic ? 'transitive' : accounted ? 'direct' : 'unknown';
}

function unfinished(file: string, { name, state, line }: InstalledPackage): Diagnostic[] {
  if (state === 'installed') return [];
  const message =
    state === undefined
      ? `the entry ${quote(name)} does not say whether it is installed; it is listed as if it were`
      : `${quote(name)} is ${quote(state)}: its installation was not finished, but its files may be there, so it is listed`;
  return [entryProblem({ file, line }, message, 'Run opkg configure or remove the package, and take the file anew.')];
}

function versionless(file: string, { name, version, line }: InstalledPackage): Diagnostic[] {
  if (version !== undefined) return [];
  return [
    entryProblem({ file, line }, `${quote(name)} has no version`, 'Reinstall the package, and take the file anew.'),
  ];
}

function unmetNeeds(file: string, { name, line }: InstalledPackage, { unmet }: MetDependencies): Diagnostic[] {
  if (unmet.length === 0) return [];
  const needs = unmet.map(({ written }) => quote(written)).join(', ');
  return [
    entryProblem(
      { file, line },
      `${quote(name)} needs ${needs}, which no package here is or provides`,
      'Install what is missing if that was not meant; the graph lacks these edges.',
    ),
  ];
}
