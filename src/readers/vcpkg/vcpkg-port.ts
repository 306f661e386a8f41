import { bareComponent } from '../../base/packages/bare-component.ts';
import type { Component } from '../../model/component.ts';
import type { LinePlace } from '../../model/place.ts';

/** A port of vcpkg: the recipe by which a package is built. */
export type VcpkgPort = {
  readonly name: string;
  /** The version of the software, without that of its recipe. */
  readonly version: string | undefined;
  /** The version of the recipe, when it is not the first. */
  readonly portVersion?: string | undefined;
  /** The registry that the recipe comes from, when it is not vcpkg's own. */
  readonly registry?: string | undefined;
  /** The commit of the registry whose versions are taken. */
  readonly baseline?: string | undefined;
  readonly triplet?: string | undefined;
  /** The state of the registry that holds this very recipe. */
  readonly recipe?: string | undefined;
};

/** The part of a component that follows from its port. */
export function portComponent(port: VcpkgPort, at: LinePlace): Component {
  const { name, version, portVersion, registry, baseline, triplet, recipe } = port;
  const qualifiers = {
    port_version: portVersion === '0' ? undefined : portVersion,
    repository_url: registry,
    repository_revision: baseline,
    triplet,
    vcs_url: recipe,
  };
  return bareComponent({ type: 'vcpkg', name, version, qualifiers }, at);
}

/** Parts a version such as `1.3.1#2` from that of the recipe behind it. */
export function splitPortVersion(text: string): Pick<VcpkgPort, 'version' | 'portVersion'> {
  const at = text.lastIndexOf('#');
  const isRecipe = at > 0 && /^\d+$/.test(text.slice(at + 1));
  return isRecipe
    ? { version: text.slice(0, at), portVersion: text.slice(at + 1) }
    : { version: text, portVersion: undefined };
}
