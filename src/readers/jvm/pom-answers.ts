import { foldersAbove } from '../../base/paths/folders-above.ts';
import { mavenKey, mavenName } from './maven-component.ts';
import { parseMavenAnswer } from './maven-tree.ts';
import { parsePom } from './parse-pom.ts';

/** Where answers of Maven about a pom may lie: beside it, or in a folder above that is built as a whole. */
export function answerPaths(path: string): readonly string[] {
  const [beside = ''] = foldersAbove(path);
  const answers = foldersAbove(path).flatMap((folder) => answerNames.map((name) => `${folder}${name}`));
  return [`${beside}effective-pom.xml`, ...answers].filter((candidate) => candidate !== path);
}

const answerNames = ['', 'mvn-', 'maven-'].flatMap((origin) =>
  ['tree', 'list'].flatMap((goal) => ['json', 'txt', 'log'].map((ending) => `${origin}dependency-${goal}.${ending}`)),
);

/** The versions that Maven gave the direct dependencies of a project, by key; a list tells only of the pom beside it. */
export function answersAbout(
  path: string,
  project: string,
  companions: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const [beside = ''] = foldersAbove(path);
  const versions = new Map(effectiveVersions(companions.get(`${beside}effective-pom.xml`), project));
  for (const candidate of answerPaths(path)) {
    const text = companions.get(candidate);
    const answer = text === undefined ? undefined : parseMavenAnswer(text);
    if (answer === undefined || 'message' in answer) continue;
    let asked = foldersAbove(candidate)[0] === beside;
    for (const node of answer.nodes) {
      if (node.depth === 0) asked = mavenName(node) === project;
      else if (asked && (node.depth ?? 1) === 1 && !node.omitted && !versions.has(mavenKey(node)))
        versions.set(mavenKey(node), node.version);
    }
  }
  return versions;
}

/** The versions in the pom that `mvn help:effective-pom` writes, with everything put in that was inherited and imported. */
function effectiveVersions(text: string | undefined, project: string): readonly (readonly [string, string])[] {
  const pom = text === undefined ? undefined : parsePom(text);
  if (pom === undefined || 'message' in pom) return [];
  if (mavenName({ groupId: pom.groupId ?? '', artifactId: pom.artifactId }) !== project) return [];
  return pom.main.dependencies.flatMap((one) =>
    one.version === undefined ? [] : [[mavenKey(one), one.version] as const],
  );
}
