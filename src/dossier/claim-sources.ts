import { globs } from '../base/glob.ts';
import type { SafetyClass } from '../model/clause.ts';
import type { Component } from '../model/component.ts';
import type { Device, SoftwareItem } from '../model/device.ts';

/** Prepares the question which software items are built from the files that a component stands in. */
export function claimSources(device: Device): (component: Component) => readonly SoftwareItem[] {
  const claims = device.softwareItems.map((item) => ({ item, claims: globs(item.sources.map(filesOf)) }));
  return ({ foundAt }) =>
    claims.filter(({ claims }) => foundAt.some(({ file }) => claims(file))).map(({ item }) => item);
}

/** The highest of some classes; `undefined` when there is none. */
export function highestClass(classes: readonly (SafetyClass | undefined)[]): SafetyClass | undefined {
  return order.find((candidate) => classes.includes(candidate));
}

const order: readonly SafetyClass[] = ['C', 'B', 'A'];

function filesOf(source: SoftwareItem['sources'][number]): string {
  return typeof source === 'string' ? source : source.files;
}
