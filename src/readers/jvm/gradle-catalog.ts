import { quote } from '../../base/quote.ts';
import { entryProblem, shapeProblems, syntaxProblem, unreadable } from '../../base/reading.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import { tomlLines } from '../../base/formats/toml-lines.ts';
import { parseToml } from '../../base/formats/toml.ts';
import type { Component } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { LinePlace } from '../../model/place.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { catalogSchema, type Catalog, type CatalogLibrary, type RichVersion } from './gradle/gradle-catalog-schema.ts';
import { isGradleLockfile, leftToLockfiles, lockfileOfBuild } from './gradle/gradle-project.ts';
import { mavenComponent } from './maven-component.ts';

/**
 * Reads a Gradle version catalog. Its versions are what a build asks for, at least; which one it takes, whether it uses
 * an entry at all, and what that brings in, only lockfiles tell. Where there are some, the catalog adds nothing.
 */
export const gradleCatalog: Reader = {
  name: 'gradle-catalog',
  title: 'Gradle version catalog',
  capabilities: { scope: false, graph: false, hashes: false, licence: false, direct: false },
  companions: (_, path, tree) => lockfileOfBuild(path, tree),
  read: ({ path, text, companions }) => {
    const toml = parseToml(text);
    if ('message' in toml) return unreadable(syntaxProblem(path, toml.message, toml.at));
    const lineOf = tomlLines(text);
    const catalog = checkSchema(catalogSchema, toml.value);
    if (!catalog.ok) return unreadable(...shapeProblems(path, catalog.problems, lineOf));
    if ([...companions.keys()].some(isGradleLockfile)) return leftToLockfiles(path);
    const rows = Object.entries(catalog.value.libraries).map(([alias, library]) =>
      libraryComponent(library, catalog.value, { file: path, line: lineOf(['libraries', alias]) }),
    );
    const components = rows.filter((row) => 'purl' in row);
    const tools = Object.keys(catalog.value.plugins).length;
    return {
      components,
      graph: 'none',
      diagnostics: [
        ...(components.length === 0 ? [] : [declaredOnly(path, components.length, tools)]),
        ...rows.filter((row) => 'message' in row),
      ],
    };
  },
};

function libraryComponent(library: CatalogLibrary, { versions }: Catalog, at: LinePlace): Component | Diagnostic {
  const { groupId, artifactId, asked } = partsOf(library, versions);
  if (groupId === '' || artifactId === '')
    return entryProblem(
      at,
      `${quote(`${groupId}:${artifactId}`)} names no group and module`,
      'Write module = "group:name".',
    );
  return {
    ...mavenComponent({ groupId, artifactId, version: undefined }, at, { kind: 'range', asked }),
    scope: 'unknown',
    scopeEvidence: [{ scope: 'unknown', reason: 'a version catalog does not tell what uses its entries', at }],
    relation: 'unknown',
    firstParty: false,
    dependsOn: undefined,
  };
}

function partsOf(library: CatalogLibrary, versions: Catalog['versions']) {
  if (typeof library === 'string') {
    const [groupId = '', artifactId = '', ...version] = library.split(':');
    return { groupId, artifactId, asked: version.join(':') || '*' };
  }
  const [group = '', name = ''] = library.module?.split(':') ?? [library.group, library.name];
  const { version } = library;
  const ref = typeof version === 'object' ? version.ref : undefined;
  if (ref === undefined) return { groupId: group, artifactId: name, asked: askedBy(version) };
  const shared = Object.hasOwn(versions, ref) ? versions[ref] : `version.ref ${ref}`;
  return { groupId: group, artifactId: name, asked: askedBy(shared) };
}

function askedBy(version: string | RichVersion | undefined): string {
  if (version === undefined || typeof version === 'string') return version || '*';
  const { strictly, require, prefer, reject, rejectAll } = version;
  const words = [
    require,
    strictly === undefined ? undefined : `strictly ${strictly}`,
    prefer === undefined ? undefined : `prefer ${prefer}`,
    reject === undefined ? undefined : `not ${reject.join(', ')}`,
    rejectAll === true ? 'nothing' : undefined,
  ];
  return words.filter((word) => word !== undefined).join('; ') || '*';
}

function declaredOnly(path: string, libraries: number, tools: number): Diagnostic {
  const left = tools === 0 ? '' : `; its ${tools} plugins, which run during the build, are left out`;
  return entryProblem(
    { file: path },
    `${path} declares ${libraries} libraries, not which versions the build takes of them nor what they bring in${left}`,
    'Lock the dependencies (dependencyLocking in the build script, gradle dependencies --write-locks) and commit the lockfiles.',
  );
}
