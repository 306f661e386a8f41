import { bareComponent } from '../../base/packages/bare-component.ts';
import type { Component } from '../../model/component.ts';
import type { LinePlace } from '../../model/place.ts';

/** A reference to a recipe, `name/version@user/channel#revision`, with the package that was made by it. */
export type ConanReference = {
  readonly name: string;
  /** A version, or a range in brackets. */
  readonly version: string;
  readonly user: string | undefined;
  readonly channel: string | undefined;
  /** The revision of the recipe. */
  readonly recipe: string | undefined;
  /** The revision of the package. */
  readonly package: string | undefined;
};

/** Reads a reference of Conan 1 or 2; `undefined` when the text is none. */
export function parseReference(text: string): ConanReference | undefined {
  const [, reference = '', recipe, revision] =
    /^([^#:%]+)(?:#([^#:%]*))?(?::[^#%]*(?:#([^#%]*))?)?(?:%.*)?$/s.exec(text.trim()) ?? [];
  const [path, owner] = splitAt(reference, '@');
  const [name, version] = splitAt(path, '/');
  if (!/^[a-z0-9_][a-z0-9_+.-]*$/i.test(name) || version === '' || /^\[[^\]]*$/.test(version)) return undefined;
  const [user, channel] = splitAt(owner, '/');
  return {
    name,
    version,
    user: known(user),
    channel: known(channel),
    recipe: known(recipe),
    package: known(revision),
  };
}

/** Whether the version of a reference is a range, which names no single one, or that of the package for the target. */
function isRange({ version }: ConanReference): boolean {
  return version.startsWith('[') || version === '<host_version>';
}

/** The part of a component that follows from its reference. */
export function conanComponent(reference: ConanReference, at: LinePlace): Component {
  const { name, user, channel, recipe, package: revision } = reference;
  const version = isRange(reference) ? undefined : reference.version;
  const qualifiers = { user, channel, rrev: recipe, prev: revision };
  const component = bareComponent({ type: 'conan', name, version, qualifiers }, at);
  return version === undefined ? { ...component, pinning: { kind: 'range', asked: reference.version } } : component;
}

/** `_` stands for no user, `0` for the revision of a recipe that has none. */
function known(text: string | undefined): string | undefined {
  return text === undefined || text === '' || text === '_' || text === '0' || text === 'None' ? undefined : text;
}

/** Both sides of the first separator; the second is blank without one. */
function splitAt(text: string, separator: string): readonly [string, string] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
