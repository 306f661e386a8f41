import { quote } from '../../base/quote.ts';
import { entryProblem, syntaxProblem, unreadable } from '../../base/reading.ts';
import type { Component, Hash, Scope, ScopeEvidence } from '../../model/component.ts';
import type { LinePlace } from '../../model/place.ts';
import type { Reader, Source } from '../../model/plugs/reader.ts';
import { parseVerificationMetadata } from './gradle/gradle-checksums.ts';
import { scopeOfConfiguration } from './gradle/gradle-configuration.ts';
import { verificationPaths } from './gradle/gradle-project.ts';
import { mavenComponent } from './maven-component.ts';

/**
 * Reads the lockfiles of Gradle: one line a module with the configurations that it was resolved in, or, as before
 * Gradle 7, one file a configuration. Checksums stand in verification-metadata.xml, where a build has one.
 */
export const gradleLockfile: Reader = {
  name: 'gradle-lockfile',
  title: 'Gradle lockfiles',
  capabilities: { scope: true, graph: false, hashes: true, licence: false, direct: false },
  companions: (_, path) => verificationPaths(path),
  read: (source) => {
    const { path, text } = source;
    if (text.trim() === '') return unreadable(syntaxProblem(path, 'the file is empty', { line: 1 }));
    const lines = text.split(/\r?\n/).flatMap((content, index) => {
      const isSaid = content.trim() !== '' && !content.startsWith('#');
      return isSaid ? [{ content: content.trim(), line: index + 1 }] : [];
    });
    const read = lines.map(({ content, line }) => ({ content, line, locked: lockedIn(content, path) }));
    const wrong = read.filter(({ locked }) => locked === undefined);
    const [first] = wrong;
    if (first !== undefined && (wrong.length * 2 >= lines.length || isConflict(first.content))) {
      const message = isConflict(first.content) ? 'it holds a merge conflict' : `${quote(first.content)} locks nothing`;
      return unreadable(syntaxProblem(path, message, { line: first.line }));
    }
    const hashes = checksumsFor(source);
    return {
      components: read.flatMap(({ locked, line }) =>
        locked === undefined
          ? []
          : locked.modules.map((module) => component(module, locked, { file: path, line }, hashes)),
      ),
      graph: 'none',
      diagnostics: wrong.map(({ content, line }) =>
        entryProblem(
          { file: path, line },
          `${quote(content)} locks nothing`,
          'Run gradle dependencies --write-locks and commit the file.',
        ),
      ),
    };
  },
};

type Module = { readonly groupId: string; readonly artifactId: string; readonly version: string };

/** A line: the module that it locks, none for `empty=`, and the configurations that hold it. */
type Locked = { readonly modules: readonly Module[]; readonly configurations: readonly string[] };

function lockedIn(content: string, path: string): Locked | undefined {
  const [key = '', list] = content.split(/=(.*)/s);
  const configurations =
    list === undefined
      ? configurationOf(path)
      : list
          .split(',')
          .map((name) => name.trim())
          .filter((name) => name !== '');
  if (configurations === undefined) return undefined;
  if (key === 'empty') return { modules: [], configurations };
  const [groupId = '', artifactId = '', version = '', ...rest] = key.split(':');
  const isModule = rest.length === 0 && [groupId, artifactId, version].every((part) => /^[^\s:=<>"']+$/.test(part));
  return isModule ? { modules: [{ groupId, artifactId, version }], configurations } : undefined;
}

/** Before Gradle 7 the file's name was that of the one configuration in it. */
function configurationOf(path: string): readonly string[] | undefined {
  const name = /(?:^|\/)dependency-locks\/(.+)\.lockfile$/.exec(path)?.[1];
  return name === undefined ? undefined : [name.replace(/^(?:buildscript|settings)-/, '')];
}

function isConflict(content: string): boolean {
  return /^(?:<{7}|={7}|>{7})/.test(content);
}

function component(
  module: Module,
  { configurations }: Locked,
  at: LinePlace,
  hashes: ReadonlyMap<string, readonly Hash[]>,
): Component {
  const evidence = scopeOf(configurations, at);
  return {
    ...mavenComponent(module, at),
    hashes: hashes.get(moduleKey(module)) ?? [],
    scope: evidence.scope,
    scopeEvidence: [evidence],
    relation: 'unknown',
    firstParty: false,
    dependsOn: undefined,
  };
}

const strongestFirst: readonly Scope[] = ['runtime', 'unknown', 'development'];

/** A module ships when one of its configurations ships, and is a tool when all of them are for tools. */
function scopeOf(configurations: readonly string[], at: LinePlace): ScopeEvidence {
  if (configurations.length === 0) return { scope: 'unknown', reason: 'it stands in no configuration', at };
  const byScope = Map.groupBy(configurations, scopeOfConfiguration);
  const scope = strongestFirst.find((candidate) => byScope.has(candidate)) ?? 'unknown';
  const [name = '', ...others] = byScope.get(scope) ?? [];
  const more = others.length === 0 ? '' : ` and ${others.length} more like it`;
  return { scope, reason: `configuration ${name.slice(0, 100)}${more}`, at };
}

/** The checksums of the nearest verification-metadata.xml; whether it can be read is said by its own reader. */
function checksumsFor({ path, companions }: Source): ReadonlyMap<string, readonly Hash[]> {
  const text = verificationPaths(path).flatMap((candidate) => companions.get(candidate) ?? [])[0];
  if (text === undefined) return new Map();
  if (lastRead?.text !== text) {
    const verified = parseVerificationMetadata(text);
    const hashes = 'message' in verified ? [] : verified.map((one) => [moduleKey(one), one.hashes] as const);
    lastRead = { text, hashes: new Map(hashes) };
  }
  return lastRead.hashes;
}

/** Every lockfile of a build asks for the same checksums, so they are parsed once. */
let lastRead: { readonly text: string; readonly hashes: ReadonlyMap<string, readonly Hash[]> } | undefined;

function moduleKey({ groupId, artifactId, version }: Module): string {
  return `${groupId}:${artifactId}:${version}`;
}
