import { foldersAbove } from '../../../base/paths/folders-above.ts';
import { mavenKey, mavenName } from '../maven-component.ts';
import { parseMavenAnswer } from '../maven-tree.ts';
import { parsePom, parseProjects } from './parse-pom.ts';
import type { Pom } from './pom.ts';

/** Where answers of Maven about a pom may lie: beside it, or in a folder above that is built as a whole. */
export function answerPaths(path: string): readonly string[] {
  const effective = foldersAbove(path).map((folder) => `${folder}effective-pom.xml`);
  const answers = foldersAbove(path).flatMap((folder) => answerNames.map((name) => `${folder}${name}`));
  return [...effective, ...answers].filter((candidate) => candidate !== path);
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
  const effective = foldersAbove(path).flatMap((folder) => companions.get(`${folder}effective-pom.xml`) ?? []);
  const versions = new Map(effective.toReversed().flatMap((text) => effectiveVersions(text, project)));
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
function effectiveVersions(text: string, project: string): readonly (readonly [string, string])[] {
  if (lastRead?.text !== text) lastRead = { text, poms: effectivePoms(text) };
  const pom = lastRead.poms.find(({ groupId = '', artifactId }) => mavenName({ groupId, artifactId }) === project);
  if (pom === undefined) return [];
  return pom.main.dependencies.flatMap((one) =>
    one.version === undefined ? [] : [[mavenKey(one), one.version] as const],
  );
}

function effectivePoms(text: string): readonly Pom[] {
  const poms = parseProjects(text) ?? [parsePom(text)];
  return 'message' in poms ? [] : poms.flatMap((pom) => ('message' in pom ? [] : pom));
}

/** Every module of a build asks the same file, so it is parsed once. */
let lastRead: { readonly text: string; readonly poms: readonly Pom[] } | undefined;
