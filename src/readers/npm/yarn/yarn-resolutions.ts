import type { PackageManifest } from '../package-manifest.ts';

/** What the root manifest's `resolutions` put in the place of what a package asks for. */
export type YarnResolutions = (parent: string, name: string) => readonly string[];

/** Compiles `resolutions`, whose keys are `name`, `parent/name` or a path with globs, each with or without a range. */
export function yarnResolutions(root: PackageManifest | undefined): YarnResolutions {
  const rules = [...(root?.resolutions ?? [])].flatMap(([pattern, value]) => {
    const segments = pattern.match(/(?:@[^/]+\/)?[^/]+/g) ?? [];
    const [name, parent] = [segments.at(-1), segments.at(-2)].map((segment) => segment?.replace(/(?<=.)@.*$/s, ''));
    return name === undefined ? [] : [{ name, parent, value }];
  });
  const byName = Map.groupBy(rules, ({ name }) => name);
  return (asker, name) =>
    (byName.get(name) ?? [])
      .filter(({ parent }) => parent === undefined || parent === '**' || parent === asker)
      .map(({ value }) => value);
}
