import { parsePurl } from '../../../base/packages/purl.ts';
import type { Component } from '../../../model/component.ts';

/** Whether an advisory's entry speaks of the release that a component comes from. */
export type ReleaseMatch = 'same' | 'other' | 'unknown';

/** The number of the distribution's release, such as `12`, from `distro` in the package URL; `undefined` when it is not told. */
export function releaseOf(component: Component): string | undefined {
  if (!component.purl.includes('?')) return undefined;
  const distro = parsePurl(component.purl)?.qualifiers?.['distro']?.toLowerCase();
  if (distro === undefined) return undefined;
  const written = distro.slice(distro.lastIndexOf('-') + 1);
  return releaseNumbers.get(written) ?? /^v?(\d+(?:\.\d+)*)$/.exec(written)?.[1];
}

/**
 * Compares a release with the suffix of an OSV ecosystem, such as `12` or `Pro:22.04:LTS`: `Debian:12` speaks of 12.5
 * too. Ubuntu Pro fixes the packages of the release itself; its FIPS archives hold other builds.
 */
export function matchRelease(ecosystem: string, release: string | undefined): ReleaseMatch {
  if (!ecosystem.includes(':')) return 'same';
  const [, ...suffix] = ecosystem.split(':');
  if (suffix.some((part) => part.startsWith('FIPS'))) return 'other';
  const named = suffix.flatMap((part) => numberIn(part) ?? [])[0];
  if (named === undefined || release === undefined) return 'unknown';
  return release === named || release.startsWith(`${named}.`) ? 'same' : 'other';
}

/** The number at the end of a name such as `Leap 15.5`; the fifth service pack of `Server 15 SP5` calls itself 15.5. */
function numberIn(name: string): string | undefined {
  const [, number, pack] = /^[A-Za-z ]{0,80}?(\d+(?:\.\d+)*)(?: SP(\d+))?(?:-LTSS|-LTS)?$/.exec(name) ?? [];
  return number === undefined || pack === undefined ? number : `${number}.${pack}`;
}

/** Code names that package URLs carry instead of a number. */
const releaseNumbers = new Map([
  ['wheezy', '7'],
  ['jessie', '8'],
  ['stretch', '9'],
  ['buster', '10'],
  ['bullseye', '11'],
  ['bookworm', '12'],
  ['trixie', '13'],
  ['forky', '14'],
  ['trusty', '14.04'],
  ['xenial', '16.04'],
  ['bionic', '18.04'],
  ['focal', '20.04'],
  ['jammy', '22.04'],
  ['noble', '24.04'],
]);
