import { mavenKey } from '../maven-component.ts';
import { mavenConfigPaths, parseMavenConfig, type MavenConfig } from './maven-config.ts';
import { readVersion } from './maven-version.ts';
import type { Pom, PomDependency, PomParent, PomPlugin, PomSection } from './pom.ts';
import { profileSwitch } from './pom-activation.ts';
import { lineageOf, pomNamed, type Lineage, type LocatedPom } from './pom-lineage.ts';
import { managedVersions, type ManagedVersions, type MissingPom, type Resolved } from './pom-management.ts';
import { propertyFiller, type FillProperties } from './pom-properties.ts';

/** A pom with what it inherits and imports, as far as files of the repository tell (Maven's effective model). */
export type PomModel = ManagedVersions & {
  readonly config: MavenConfig;
  readonly lineage: Lineage;
  readonly groupId: string | undefined;
  readonly version: string | undefined;
  readonly fill: FillProperties;
  /** What counts of it and its ancestors: the projects and those of their profiles that are on, nearest first. */
  readonly sections: readonly PomSection[];
  /** What it depends on; of several declarations of one dependency the nearest, and in one file the last. */
  readonly dependencies: readonly Declared[];
  readonly pluginVersion: (plugin: PomPlugin) => string | undefined;
};

/** A dependency, the file that declares it, and what is one dependency for Maven. */
export type Declared = { readonly dependency: PomDependency; readonly path: string; readonly key: string };

/** Builds the model of an opened pom, with some of its profiles on; `models` holds those that it builds on the way. */
export function pomModel(
  opened: ReadonlyMap<string, string>,
  path: string,
  profiles: ReadonlySet<string> = new Set(),
  models: Map<string, PomModel | undefined> = new Map(),
): PomModel {
  models.set(path, undefined);
  const config = configAbove(opened, path);
  const lineage = lineageOf(opened, path);
  const sections = lineage.poms.flatMap(({ pom, path: file }) =>
    sectionsOf(pom, new Set([...config.profiles, ...profiles]), config).map((section) => ({ section, path: file })),
  );
  const identity = identityOf(lineage.poms);
  const fill = propertyFiller(
    (name) =>
      (/^(?:project|pom)\./.test(name) ? identity(name) : undefined) ??
      config.properties.get(name) ??
      sections.find(({ section }) => section.properties.has(name))?.section.properties.get(name) ??
      identity(name),
  );
  const keyOf = (dependency: PomDependency) => mavenKey(filledNames(dependency, fill));

  const explicit = new Map<string, Resolved>();
  const imports: (PomModel | MissingPom)[] = [];
  for (const dependency of sections.flatMap(({ section }) => section.managed)) {
    const scope = dependency.scope === undefined ? undefined : fill(dependency.scope).text;
    if (scope === 'import') imports.push(imported(opened, filledNames(dependency, fill), models));
    else if (!explicit.has(keyOf(dependency)))
      explicit.set(keyOf(dependency), { ...readVersion(fill(dependency.version ?? '')), scope });
  }
  const parent = lineage.missing === undefined ? [] : [missingParent(lineage.missing, fill)];
  const declared = sections
    .toReversed()
    .flatMap(({ section, path: file }) =>
      section.dependencies.map((dependency) => ({ dependency, path: file, key: keyOf(dependency) })),
    );
  return {
    ...managedVersions(explicit, imports, parent),
    config,
    lineage,
    groupId: known(fill('${project.groupId}')),
    version: known(fill('${project.version}')),
    fill,
    sections: sections.map(({ section }) => section),
    dependencies: [...new Map(declared.map((one) => [one.key, one])).values()],
    pluginVersion: (plugin) =>
      pluginVersion(
        plugin,
        sections.map(({ section }) => section),
        fill,
      ),
  };
}

/** The project and those of its profiles that are on; what a profile says comes before what the project says. */
function sectionsOf(
  { main, profiles }: Pom,
  asked: ReadonlySet<string>,
  { properties }: MavenConfig,
): readonly PomSection[] {
  const on = profiles.filter(({ id, activation }) => asked.has(id) || profileSwitch(activation, properties) === 'on');
  return [...(on.length > 0 ? on : profiles.filter(({ activation }) => activation.activeByDefault)), main];
}

function configAbove(opened: ReadonlyMap<string, string>, path: string): MavenConfig {
  const nearest = mavenConfigPaths(path).find((candidate) => opened.has(candidate));
  return parseMavenConfig(opened.get(nearest ?? '') ?? '');
}

/** Maven's own names for what stands at the top of a pom; without group or version of its own it has its parent's. */
function identityOf([own, parent]: readonly LocatedPom[]) {
  const inherited = own?.pom.parent;
  const above = {
    groupId: inherited?.groupId ?? parent?.pom.groupId,
    artifactId: inherited?.artifactId ?? parent?.pom.artifactId,
    version: inherited?.version ?? parent?.pom.version,
  };
  const values = new Map<string, string | undefined>([
    ['groupId', own?.pom.groupId ?? above.groupId],
    ['artifactId', own?.pom.artifactId],
    ['version', own?.pom.version ?? above.version],
    ['parent.groupId', above.groupId],
    ['parent.artifactId', above.artifactId],
    ['parent.version', above.version],
  ]);
  return (name: string) => values.get(name.replace(/^(?:project|pom)\./, ''));
}

/** The coordinates of a dependency with properties put in; what is not known stands as written. */
export function filledNames({ groupId, artifactId, version, type, classifier }: PomDependency, fill: FillProperties) {
  const put = (text: string | undefined) => (text === undefined ? undefined : fill(text).text);
  return {
    groupId: fill(groupId).text,
    artifactId: fill(artifactId).text,
    version: put(version),
    type: put(type),
    classifier: put(classifier),
  };
}

/** A list of versions is built once, and one that imports itself leads nowhere. */
function imported(
  opened: ReadonlyMap<string, string>,
  { groupId, artifactId, version }: ReturnType<typeof filledNames>,
  models: Map<string, PomModel | undefined>,
): PomModel | MissingPom {
  const found = pomNamed(opened, { groupId, artifactId, version });
  const missing = { groupId, artifactId, version: version ?? '' };
  if (found === undefined) return missing;
  if (models.has(found.path)) return models.get(found.path) ?? missing;
  const model = pomModel(opened, found.path, new Set(), models);
  models.set(found.path, model);
  return model;
}

function missingParent({ groupId = '', artifactId = '', version = '' }: PomParent, fill: FillProperties): MissingPom {
  return { groupId, artifactId, version: fill(version).text };
}

function pluginVersion(plugin: PomPlugin, sections: readonly PomSection[], fill: FillProperties): string | undefined {
  if (plugin.role !== 'plugin') return undefined;
  const same = sections
    .flatMap(({ plugins, managedPlugins }) => [...plugins, ...managedPlugins])
    .find(
      ({ groupId, artifactId, version, role }) =>
        role === 'plugin' && version !== undefined && groupId === plugin.groupId && artifactId === plugin.artifactId,
    );
  return same?.version === undefined ? undefined : known(fill(same.version));
}

function known({ text, known: isKnown }: { readonly text: string; readonly known: boolean }): string | undefined {
  return isKnown && text !== '' ? text : undefined;
}
