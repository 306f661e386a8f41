import { bareComponent } from '../../base/packages/bare-component.ts';
import { fileNameOf } from '../../base/packages/repositories/package-address.ts';
import type { Component } from '../../model/component.ts';
import type { LinePlace } from '../../model/place.ts';
import { archiveComponent, withoutEnding } from '../cmake/archive-component.ts';
import { repositoryComponent } from '../git/repository-component.ts';
import { isExact, type PioPackage } from './pio-package.ts';

/** The part of a component that follows from the entry that asks for it. */
export function pioComponent({ owner, name, requirement, address }: PioPackage, at: LinePlace): Component {
  if (address === undefined) {
    const version = isExact(requirement) ? requirement?.replace(/^=*\s*/, '') : undefined;
    const component = bareComponent({ type: 'generic', namespace: owner, name: name || 'unnamed', version }, at);
    return version === undefined ? { ...component, pinning: { kind: 'range', asked: requirement || '*' } } : component;
  }
  const [place = '', state] = address.split('#');
  if (isFolder(address)) {
    const folder = fileNameOf(place.replace(/(?<!\/)\/+$/, ''));
    return { ...bareComponent({ type: 'generic', name: name ?? (folder || 'unnamed') }, at), firstParty: true };
  }
  const file = fileNameOf(place);
  if (/^https?:/.test(place) && withoutEnding(file) !== file) {
    const called = name ?? withoutEnding(file).replace(/[-_]v?\d+(?:\.\d+)+.*$/s, '');
    return archiveComponent({ name: called, address: place, asked: place, hash: undefined }, at);
  }
  const [, kind, rest] = /^(git|hg|svn)\+(.*)$/.exec(place) ?? [undefined, 'git', place];
  const known = kind === 'hg' || kind === 'svn' ? kind : 'git';
  return repositoryComponent({ kind: known, address: rest, state, name }, at);
}

/** Whether an address is a place on the disk. */
export function isFolder(address: string): boolean {
  return /^(?:file|symlink):\/\//.test(address) || !/^(?:[a-z][a-z+.-]*:\/\/|[^/\\][^/\\@]*@[^/:]+:)/i.test(address);
}
