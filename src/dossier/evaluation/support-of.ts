import type { Component } from '../../model/component.ts';
import type { ComponentSupport } from '../../model/anomalies/evaluation.ts';
import type { ProductSupport, SupportCycle } from '../../model/anomalies/fact.ts';

/** Until when the version of a component is supported, by each product that its package is said to be. */
export function supportOf(
  { purl, version }: Component,
  products: readonly ProductSupport[],
): readonly ComponentSupport[] {
  return products.map(({ product, cycles }) => {
    const cycle = version === undefined ? undefined : cycleOf(upstreamVersion(version), cycles);
    if (cycle === undefined) return { component: purl, product };
    const { latest, endOfLife } = cycle;
    return { component: purl, product, cycle: cycle.cycle, endOfLife, ...(latest !== undefined && { latest }) };
  });
}

/** The version as its makers count it: without the epoch of a distribution and the `v` of Go. */
function upstreamVersion(version: string): string {
  return version.replace(/^\d+:/, '').replace(/^v(?=\d)/, '');
}

/** Of the cycles that a version belongs to the closest: `3.12.1` is of `3.12`, not of `3.1`. */
function cycleOf(version: string, cycles: readonly SupportCycle[]): SupportCycle | undefined {
  return cycles
    .filter(({ cycle }) => version.startsWith(cycle) && !/^[0-9a-z]/i.test(version.slice(cycle.length)))
    .toSorted((a, b) => b.cycle.length - a.cycle.length)[0];
}
