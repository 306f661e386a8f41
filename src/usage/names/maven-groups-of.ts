import { prefixesOf } from './prefixes-of.ts';

/** The Maven groups that may hold a Java package: known ones whose names differ, then those that are a prefix of it. */
export function mavenGroupsOf(module: string): readonly (readonly string[])[] {
  if (/^(?:java|kotlin|scala|sun|jdk)\./.test(module)) return [];
  return prefixesOf(module, '.').flatMap(([prefix = '']) => {
    const known = otherGroups.get(prefix);
    return known === undefined ? [[prefix]] : [[known], [prefix]];
  });
}

/** The group of a Maven package that is written `group:artifact`. */
export function groupOf(name: string): string {
  return name.split(':', 1)[0] ?? name;
}

/** Well-known Java packages whose group has another name: general knowledge, so that what it says is evidence by name alone. */
const otherGroups: ReadonlyMap<string, string> = new Map([
  ['ca.uhn.fhir', 'ca.uhn.hapi.fhir'],
  ['ca.uhn.hl7v2', 'ca.uhn.hapi'],
  ['com.fasterxml.jackson.annotation', 'com.fasterxml.jackson.core'],
  ['com.fasterxml.jackson.databind', 'com.fasterxml.jackson.core'],
  ['com.google.common', 'com.google.guava'],
  ['com.google.gson', 'com.google.code.gson'],
  ['com.sun.jna', 'net.java.dev.jna'],
  ['dagger', 'com.google.dagger'],
  ['kotlinx.coroutines', 'org.jetbrains.kotlinx'],
  ['kotlinx.serialization', 'org.jetbrains.kotlinx'],
  ['lombok', 'org.projectlombok'],
  ['okhttp3', 'com.squareup.okhttp3'],
  ['okio', 'com.squareup.okio'],
  ['org.dcm4che3', 'org.dcm4che'],
  ['org.hibernate', 'org.hibernate.orm'],
  ['org.hl7.fhir', 'ca.uhn.hapi.fhir'],
  ['reactor', 'io.projectreactor'],
  ['retrofit2', 'com.squareup.retrofit2'],
]);
