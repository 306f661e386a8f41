import type { SourcePackage } from '../../model/component.ts';
import type { Paragraph } from './control-file.ts';

/** One of several ways to meet a dependency: a package name, and the architecture that it insists on. */
export type Alternative = { readonly name: string; readonly architecture: string | undefined };

/** A dependency as it is written, and what would meet it; the bounds of versions are for the installer, not for the graph. */
export type Dependency = { readonly written: string; readonly alternatives: readonly Alternative[] };

/** What a paragraph of dpkg's database says of one package in one architecture (deb-control(5), dpkg(1)). */
export type InstalledPackage = {
  readonly name: string;
  readonly version: string | undefined;
  readonly architecture: string | undefined;
  /** The third word of `Status`; `undefined` where there is none, as in the images that dpkg has not made. */
  readonly state: string | undefined;
  readonly source: SourcePackage | undefined;
  readonly dependencies: readonly Dependency[];
  /** Names that it stands in for. */
  readonly provides: readonly string[];
  readonly maintainer: string | undefined;
  readonly homepage: string | undefined;
  readonly description: string | undefined;
  readonly line: number;
};

/** Reads a paragraph; `undefined` when it names no package. */
export function readInstalledPackage(paragraph: Paragraph): InstalledPackage | undefined {
  const field = (name: string) => paragraph.get(name)?.value || undefined;
  const name = field('package');
  if (name === undefined) return undefined;
  const version = field('version');
  return {
    name,
    version,
    architecture: field('architecture'),
    state: field('status')?.split(/\s+/)[2],
    source: sourceOf(field('source') ?? name, version),
    dependencies: [field('pre-depends'), field('depends')].flatMap(dependenciesIn),
    provides: dependenciesIn(field('provides')).flatMap(({ alternatives }) => alternatives.map(({ name }) => name)),
    maintainer: field('maintainer'),
    homepage: field('homepage'),
    description: field('description')?.split('\n')[0],
    line: paragraph.get('package')?.line ?? 1,
  };
}

/** `Source` holds a version only where it differs from that of the binary package, as after a rebuild. */
function sourceOf(written: string, binaryVersion: string | undefined): SourcePackage | undefined {
  const [, name, version = binaryVersion] = /^([^\s(]+)(?:\s*\(([^()]*)\))?/.exec(written) ?? [];
  return name === undefined || version === undefined ? undefined : { name, version: version.trim() };
}

function dependenciesIn(list: string | undefined): Dependency[] {
  return (list ?? '').split(',').flatMap((part) => {
    const written = part.trim().replace(/\s+/g, ' ');
    const alternatives = written.split('|').flatMap(alternative);
    return alternatives.length === 0 ? [] : [{ written, alternatives }];
  });
}

function alternative(written: string): Alternative[] {
  const [, name, architecture] = /^\s*([^\s:([<]+)(?::([^\s([<]+))?/.exec(written) ?? [];
  if (name === undefined) return [];
  return [{ name, architecture: architecture === 'any' || architecture === 'native' ? undefined : architecture }];
}
