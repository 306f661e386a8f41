import type { MavenCoordinates } from '../maven-component.ts';

/** Reads the `pom.properties` that Maven puts into what it builds; `undefined` when it does not name an artefact. */
export function parsePomProperties(text: string): MavenCoordinates | undefined {
  const values = new Map(
    text.split(/\r?\n/).flatMap((line) => {
      const [, key, value = ''] = /^\s*([A-Za-z]+)\s*[=:](.*)$/.exec(line.slice(0, 1000)) ?? [];
      return key === undefined || value.trim() === '' ? [] : [[key, value.trim()] as const];
    }),
  );
  const [groupId, artifactId, version] = ['groupId', 'artifactId', 'version'].map((key) => values.get(key));
  if (groupId === undefined || artifactId === undefined || version === undefined) return undefined;
  return { groupId, artifactId, version };
}
