import type { Scope } from '../../../model/component.ts';

/**
 * What the name of a Gradle configuration tells of what is resolved in it. The names are those of the Java, Kotlin and
 * Android plugins, where a variant such as `fullRelease` stands before the purpose; a name made up in a build is unknown.
 */
export function scopeOfConfiguration(name: string): Scope {
  const words = name
    .split(/[^A-Za-z0-9]+|(?=[A-Z])/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
  const has = (known: ReadonlySet<string>) => words.some((word) => known.has(word));
  if (has(testWords)) return 'development';
  if (name.endsWith('untimeClasspath')) return words.includes('debug') ? 'development' : 'runtime';
  if (packed.has(name)) return 'runtime';
  const seenByTools = /ompile(?:Only|Classpath)|^kotlin[A-Z].*Classpath/.test(name);
  return seenByTools || has(toolWords) || buildOnly.has(name) ? 'development' : 'unknown';
}

const testWords = new Set(['test', 'tests', 'testing', 'jmh', 'benchmark', 'benchmarks']);

/** What is packed without a class path of its own; the first four are of Gradle before version 3.4. */
const packed = new Set(['compile', 'runtime', 'default', 'archives', 'api', 'implementation', 'coreLibraryDesugaring']);

/** Words of the tools that work on code: compilers and their plug-ins, generators, linters, and what only they see. */
const toolWords = new Set(
  [
    'annotation apt kapt ksp processor compiler commonizer kotlinc zinc script producer internal metadata',
    'lint ktlint detekt checkstyle pmd spotbugs findbugs errorprone spotless nohttp',
    'jacoco kover dokka javadoc groovydoc protoc antlr',
  ].flatMap((line) => line.split(' ')),
);

/** Names that stand alone: the build script's own class path, and what a compiler or a developer alone sees. */
const buildOnly = new Set(['classpath', 'developmentOnly', 'androidApis', 'androidJdkImage', 'kotlin-extension']);
