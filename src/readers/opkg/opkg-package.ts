import { systemPackage, systemParts } from '../../base/packages/system/system-package.ts';
import type { Component } from '../../model/component.ts';
import { type Distribution } from '../../base/packages/system/os-release.ts';
import { formatPurl } from '../../base/packages/purl.ts';
import { parseControlFile, type Paragraph } from '../debian/control-file.ts';
import type { InstalledPackage } from '../debian/installed-package.ts';

/** A package of the status file, with the control file that opkg keeps of it where that is there. */
export type OpkgPackage = {
  readonly one: InstalledPackage;
  /** `Auto-Installed: yes`: it came for the sake of another. */
  readonly automatic: boolean;
  readonly control: Paragraph | undefined;
};

/** Where opkg keeps the control file of a package; `undefined` for a name that opkg would not take. */
export function controlPath(statusPath: string, name: string): string | undefined {
  return /^[A-Za-z0-9][A-Za-z0-9+._-]*$/.test(name) ? statusPath.replace(/status$/, `info/${name}.control`) : undefined;
}

/** Reads the control file of a package: licence and source package stand there alone. */
export function readControl(text: string | undefined): Paragraph | undefined {
  const file = parseControlFile(text ?? '');
  return 'message' in file ? undefined : file.paragraphs[0];
}

/** The component of a package; there is no package URL type for opkg, so the generic one names the distribution. */
export function opkgComponent(
  { one, control }: OpkgPackage,
  file: string,
  distribution: Distribution | undefined,
  relation: Component['relation'],
  needed: readonly InstalledPackage[],
): Component {
  const at = { file, line: one.line };
  const field = (name: string) => control?.get(name)?.value || undefined;
  const licence = field('license');
  const source = field('oe') ?? field('sourcename');
  return {
    ...systemPackage(systemParts('generic', one, distribution), at),
    name: one.name,
    relation,
    licences: licence === undefined ? [] : [{ expression: licence, at }],
    supplier: one.maintainer ?? field('maintainer'),
    homepage: one.homepage ?? field('homepage') ?? field('url'),
    description: one.description ?? field('description')?.split('\n')[0],
    source: source === undefined || one.version === undefined ? undefined : { name: source, version: one.version },
    dependsOn: needed.map((other) => formatPurl(systemParts('generic', other, distribution))).toSorted(),
  };
}
