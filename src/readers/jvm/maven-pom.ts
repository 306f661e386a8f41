import { foldersAbove } from '../../base/paths/folders-above.ts';
import { entryProblem, syntaxProblem, unreadable } from '../../base/reading.ts';
import type { Component } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Reader, Reading } from '../../model/plugs/reader.ts';
import { mavenConfigPaths } from './pom/maven-config.ts';
import { parsePom, parseProjects } from './pom/parse-pom.ts';
import type { Pom } from './pom/pom.ts';
import { answerPaths } from './pom/pom-answers.ts';
import { readPomComponents } from './pom/pom-components.ts';
import { lineageOf, modulePaths, openedPoms, openedTogether, parentPath, type LocatedPom } from './pom/pom-lineage.ts';
import { pomModel } from './pom/pom-model.ts';

/**
 * Reads a Maven project, model version 4: what it declares, with what parents and lists of versions inside the
 * repository add. A pom that Maven would fetch is not there, so a version that stands in one is not known, unless an
 * answer of Maven itself lies beside it.
 */
export const mavenPom: Reader = {
  name: 'maven-pom',
  title: 'Maven pom.xml',
  capabilities: { scope: true, graph: false, hashes: false, licence: false, direct: true },
  companions: (opened, path) => [
    ...mavenConfigPaths(path),
    ...answerPaths(path),
    ...foldersAbove(path).map((folder) => `${folder}pom.xml`),
    ...lineageOf(opened, path).poms.flatMap((one) =>
      one.pom.parent === undefined ? [] : (parentPath(one.path, one.pom.parent) ?? []),
    ),
    ...(mayBuildMissing(opened, path) ? openedPoms(opened).flatMap(modulePaths) : []),
  ],
  read: ({ path, text, companions }) => {
    const projects = parseProjects(text);
    if (projects !== undefined)
      return 'message' in projects
        ? unreadable(syntaxProblem(path, projects.message, projects.at))
        : readProjects(path, projects);
    const pom = parsePom(text);
    if ('message' in pom) return unreadable(syntaxProblem(path, pom.message, pom.at));
    const opened = companions.has(path) ? companions : new Map([...companions, [path, text]]);
    const [own = { path, pom }] = lineageOf(opened, path).poms;
    const reading = readPomComponents(own, opened);
    return { ...reading, diagnostics: [...reading.diagnostics, ...notTold(own, opened, reading.components)] };
  },
};

/** Everything is put into an effective pom already, so each of several in a file is read for itself. */
function readProjects(path: string, poms: readonly Pom[]): Reading {
  const readings = poms.map((pom) => {
    const opened = openedTogether(path, [pom, ...poms.filter((other) => other !== pom)]);
    const reading = readPomComponents({ path, pom }, opened);
    return pom === poms[0]
      ? { ...reading, diagnostics: [...reading.diagnostics, ...notTold({ path, pom }, opened, reading.components)] }
      : reading;
  });
  return {
    components: readings.flatMap(({ components }) => components),
    graph: 'partial',
    diagnostics: readings.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** Whether the repository may build a parent or list of versions that is missing: its group then resembles its own. */
function mayBuildMissing(opened: ReadonlyMap<string, string>, path: string): boolean {
  const { groupId = '', missing } = pomModel(opened, path);
  return missing.some((one) => organisationOf(one.groupId) === organisationOf(groupId));
}

function organisationOf(groupId: string): string {
  return groupId.split('.').slice(0, 2).join('.');
}

/** Says what a pom cannot tell: versions that stand elsewhere, and, once a build, what its dependencies bring in. */
function notTold(own: LocatedPom, opened: ReadonlyMap<string, string>, components: readonly Component[]): Diagnostic[] {
  const { path, pom } = own;
  const used = components.filter(({ firstParty, scope }) => !firstParty && scope !== 'development');
  const open = used.filter(({ version }) => version === undefined);
  const isTop = lineageOf(opened, path).poms.length === 1;
  const isAnswered = answerPaths(path).some((candidate) => opened.has(candidate));
  const modules = modulePaths(own).length > 0;
  return [
    ...(isTop && !isAnswered && (modules || used.length > 0)
      ? [
          entryProblem(
            { file: path, line: pom.line },
            `${path} ${modules ? severalPoms : onePom(used.length)}`,
            commitAnswer,
          ),
        ]
      : []),
    ...(open.length > 0
      ? [
          entryProblem(
            open[0]?.foundAt[0] ?? { file: path },
            `no file of the repository tells the version of ${namesOf(open)}`,
            commitAnswer,
          ),
        ]
      : []),
  ];
}

const severalPoms = 'and its modules name what they need themselves, not what that brings in';

function onePom(count: number): string {
  return `names what it needs itself (${count}), not what that brings in`;
}

function namesOf(components: readonly Component[]): string {
  const shown = components.slice(0, 3).map(({ name }) => name);
  const more = components.length - shown.length;
  return more === 0 ? shown.join(', ') : `${shown.join(', ')} and ${more} more`;
}

const commitAnswer =
  'Run mvn dependency:tree -DoutputType=json -DoutputFile=dependency-tree.json (plugin 3.7 or later) and commit the files that it writes beside the poms.';
