import type { Component } from '../../../model/component.ts';
import type { Reading } from '../../../model/plugs/reader.ts';
import { mavenComponent, mavenKey, mavenName } from '../maven-component.ts';
import type { PomDependency, PomSection } from './pom.ts';
import { profileSwitch } from './pom-activation.ts';
import { dependencyComponent, pluginComponent, unnamedProblem, type PomContext } from './pom-dependency.ts';
import { answersAbout } from './pom-answers.ts';
import { openedPoms, type LocatedPom } from './pom-lineage.ts';
import { filledNames, pomModel, type Declared, type PomModel } from './pom-model.ts';

/**
 * Makes components of what a pom declares: its own artefact, its dependencies, and the tools of its build. What these
 * bring in themselves stands in their own poms, so the graph ends here.
 */
export function readPomComponents(own: LocatedPom, opened: ReadonlyMap<string, string>): Reading {
  const model = pomModel(opened, own.path);
  const project = mavenName({ groupId: model.groupId ?? '', artifactId: own.pom.artifactId });
  const answers = answersAbout(own.path, project, opened);
  const context: PomContext = { own, model, answers, ownNames: namesOf(opened) };
  const { profiles } = own.pom;
  const isOn = (section: PomSection) => model.sections.includes(section);
  const off = profiles
    .filter((profile) => !isOn(profile))
    .map((profile) => {
      const isOpen = profileSwitch(profile.activation, model.config.properties) === 'open';
      const inside = pomModel(opened, own.path, new Set([profile.id]));
      return { profile, context: { ...context, model: inside, profile: { id: profile.id, isOpen } } };
    });

  const needed = [
    ...model.dependencies.map((declared) => dependencyComponent(declared, context)),
    ...off.flatMap(({ profile, context: inside }) =>
      profile.dependencies.map((dependency) => dependencyComponent(declaredIn(dependency, inside), inside)),
    ),
  ];
  const tools = [
    ...[own.pom.main, ...profiles]
      .filter(isOn)
      .flatMap(({ plugins }) => plugins.map((one) => pluginComponent(one, context))),
    ...off.flatMap(({ profile, context: inside }) => profile.plugins.map((one) => pluginComponent(one, inside))),
  ];
  const found = [...needed, ...tools].filter((one) => 'purl' in one).toSorted((a, b) => lineOf(a) - lineOf(b));
  return {
    components: [
      ...ownComponent(
        context,
        needed.flatMap((one) => ('purl' in one ? one.purl : [])),
      ),
      ...found,
    ],
    graph: 'partial',
    diagnostics: [
      ...(model.groupId === undefined ? [unnamedProblem({ file: own.path, line: own.pom.line }, own.pom)] : []),
      ...[...needed, ...tools].filter((one) => 'message' in one),
    ],
  };
}

function declaredIn(dependency: PomDependency, { own, model }: PomContext): Declared {
  return { dependency, path: own.path, key: mavenKey(filledNames(dependency, model.fill)) };
}

function ownComponent({ own, model }: PomContext, needs: readonly string[]): Component[] {
  if (model.groupId === undefined) return [];
  const at = { file: own.path, line: own.pom.line };
  const coordinates = { groupId: model.groupId, artifactId: own.pom.artifactId, version: model.version };
  const { description, url, repository } = own.pom.own;
  return [
    {
      ...mavenComponent(coordinates, at, { kind: 'exact' }),
      licences: licencesOf(model),
      supplier: known(
        model,
        model.lineage.poms.find(({ pom }) => pom.own.organisation !== undefined)?.pom.own.organisation,
      ),
      homepage: known(model, url),
      repository: known(model, repository),
      description: known(model, description),
      scope: 'runtime',
      scopeEvidence: [{ scope: 'runtime', reason: 'the artefact that this pom builds', at }],
      relation: 'direct',
      firstParty: true,
      dependsOn: [...new Set(needs)].toSorted(),
    },
  ];
}

/** A project without licences has those of its nearest ancestor that has any. */
function licencesOf({ lineage, fill }: PomModel): Component['licences'] {
  const stating = lineage.poms.find(({ pom }) => pom.own.licences.length > 0);
  return (stating?.pom.own.licences ?? []).map(({ name, line }) => ({
    expression: fill(name).text,
    at: { file: stating?.path ?? '', line },
  }));
}

function known({ fill }: PomModel, text: string | undefined): string | undefined {
  const filled = text === undefined ? undefined : fill(text);
  return filled?.known === true ? filled.text : undefined;
}

/** The artefacts of the poms that were opened. */
function namesOf(opened: ReadonlyMap<string, string>): ReadonlySet<string> {
  return new Set(
    openedPoms(opened).map(({ pom }) =>
      mavenName({ groupId: pom.groupId ?? pom.parent?.groupId ?? '', artifactId: pom.artifactId }),
    ),
  );
}

function lineOf({ foundAt }: Component): number {
  return foundAt[0]?.line ?? 0;
}
