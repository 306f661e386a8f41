import { componentFacts, type ComponentFacts } from '../../base/packages/component-facts.ts';
import type { Pinning } from '../../model/component.ts';
import type { LinePlace } from '../../model/place.ts';

/** What identifies a package of conda, as far as a file tells it. */
export type CondaFacts = {
  readonly name: string;
  readonly version: string | undefined;
  readonly pinning: Pinning;
  readonly build: string | undefined;
  readonly channel: string | undefined;
  /** The platform, such as `linux-64` or `noarch`. */
  readonly subdir: string | undefined;
  readonly at: LinePlace;
};

/**
 * The part of a component that follows from its facts alone. A conda package is built by its channel, with patches of
 * its own: that a registry of Python knows the same name says nothing, so no other package URL is made up for it.
 */
export function condaComponent(facts: CondaFacts): ComponentFacts {
  const { name, version, pinning, build, channel, subdir, at } = facts;
  return { ...componentFacts({ type: 'conda', name, version, qualifiers: { build, channel, subdir } }, at), pinning };
}

/** The name of the package in a match specification, such as `python >=3.8,<3.9.0a0` or `conda-forge::numpy`. */
export function nameInSpec(spec: string): string {
  return /^(?:[^\s[]*::)?([A-Za-z0-9_][A-Za-z0-9_.-]*)/.exec(spec.trim())?.[1]?.toLowerCase() ?? spec;
}

/** Whether conda provides a package itself, such as the C library of the system that it runs on: `__glibc`. */
export function isVirtual(name: string): boolean {
  return name.startsWith('__');
}
